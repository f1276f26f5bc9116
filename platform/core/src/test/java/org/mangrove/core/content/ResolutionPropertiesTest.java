package org.mangrove.core.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mangrove.core.content.SampleCourse.*;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.mangrove.core.lineage.Adaptation;
import org.mangrove.core.lineage.Block;
import org.mangrove.core.lineage.BlockKind;
import org.mangrove.core.lineage.Change;
import org.mangrove.core.lineage.Field;
import org.mangrove.core.lineage.Overlay;

/** What holds of every master and every overlay, not only of those that somebody thought of. */
class ResolutionPropertiesTest {

    private static final List<String> FIELDS = List.of("heading", "body", "hint");

    @Property(tries = 300)
    void the_same_overlay_twice_changes_nothing_more(
            @ForAll("masters") AssetVersion master, @ForAll("overlays") Overlay overlay) {
        EffectiveCourse once = EffectiveCourse.of(master, List.of(overlay), ENGLISH, NOW);
        EffectiveCourse twice = EffectiveCourse.of(master, List.of(overlay, overlay), ENGLISH, NOW);

        assertThat(twice.digest()).isEqualTo(once.digest());
    }

    @Property(tries = 300)
    void overlays_on_disjoint_fields_commute(
            @ForAll("masters") AssetVersion master,
            @ForAll("overlays") Overlay first,
            @ForAll("overlays") Overlay second) {
        Set<String> taken = first.adaptations().stream()
                .map(ResolutionPropertiesTest::touches)
                .collect(Collectors.toSet());
        Overlay disjoint = tenant(second.adaptations().stream()
                .filter(adaptation -> !taken.contains(touches(adaptation)))
                .toArray(Adaptation[]::new));

        EffectiveCourse oneWay = EffectiveCourse.of(master, List.of(first, disjoint), ENGLISH, NOW);
        EffectiveCourse otherWay = EffectiveCourse.of(master, List.of(disjoint, first), ENGLISH, NOW);

        assertThat(otherWay.digest()).isEqualTo(oneWay.digest());
    }

    @Property(tries = 300)
    void no_insertion_is_lost_whatever_the_master_has_become(
            @ForAll("masters") AssetVersion master, @ForAll("overlays") Overlay overlay) {
        Overlay insertions = tenant(overlay.adaptations().stream()
                .filter(adaptation -> adaptation.change() instanceof Change.InsertAfter)
                .toArray(Adaptation[]::new));

        EffectiveCourse course = EffectiveCourse.of(master, List.of(insertions), ENGLISH, NOW);

        for (Adaptation adaptation : insertions.adaptations()) {
            String id = ((Change.InsertAfter) adaptation.change()).inserted().id();
            assertThat(ids(course)).containsAnyOf(id, id + "~acme-de");
        }
        assertThat(ids(course)).doesNotHaveDuplicates();
    }

    @Property(tries = 300)
    void expiry_touches_nothing_but_its_own_override(
            @ForAll("masters") AssetVersion master, @ForAll("overlays") Overlay overlay) {
        Instant expiry = NOW.plus(Duration.ofHours(1));
        for (int index = 0; index < overlay.adaptations().size(); index++) {
            var some = new ArrayList<>(overlay.adaptations());
            Adaptation gone = some.remove(index);
            var all = new ArrayList<>(overlay.adaptations());
            all.set(index, adaptation(gone.change(), Optional.of(expiry)));

            EffectiveCourse without =
                    EffectiveCourse.of(master, List.of(tenant(some.toArray(Adaptation[]::new))), ENGLISH, expiry);
            EffectiveCourse expired =
                    EffectiveCourse.of(master, List.of(tenant(all.toArray(Adaptation[]::new))), ENGLISH, expiry);

            assertThat(expired.digest()).isEqualTo(without.digest());
        }
    }

    @Property(tries = 300)
    void the_answer_is_the_same_at_any_time_until_it_says(
            @ForAll("masters") AssetVersion master, @ForAll("overlays") Overlay overlay) {
        var timed = IntStream.range(0, overlay.adaptations().size())
                .mapToObj(index -> adaptation(
                        overlay.adaptations().get(index).change(), Optional.of(NOW.plus(Duration.ofHours(index + 1)))))
                .toArray(Adaptation[]::new);

        EffectiveCourse now = EffectiveCourse.of(master, List.of(tenant(timed)), ENGLISH, NOW);

        now.validUntil()
                .ifPresent(until -> assertThat(
                                EffectiveCourse.of(master, List.of(tenant(timed)), ENGLISH, until.minusMillis(1))
                                        .digest())
                        .isEqualTo(now.digest()));
        assertThat(now.validUntil().isPresent()).isEqualTo(timed.length > 0);
    }

    /** Masters that have lost and gained blocks: any of ten, in two sections. */
    @Provide
    Arbitrary<AssetVersion> masters() {
        return Combinators.combine(
                        blockIds().set().ofMaxSize(5), blockIds().set().ofMaxSize(5))
                .as((one, other) -> {
                    var blocks = new ArrayList<Block>();
                    blocks.add(
                            block(Block.COURSE_ID, BlockKind.COURSE, Map.of("title", Field.words(Map.of("en", "T")))));
                    blocks.add(
                            block("section.one", BlockKind.SECTION, Map.of("title", Field.words(Map.of("en", "1")))));
                    one.stream().sorted().forEach(id -> blocks.add(text(id, "one " + id)));
                    blocks.add(
                            block("section.two", BlockKind.SECTION, Map.of("title", Field.words(Map.of("en", "2")))));
                    other.stream()
                            .filter(id -> !one.contains(id))
                            .sorted()
                            .forEach(id -> blocks.add(text(id, "two " + id)));
                    return version(blocks.toArray(Block[]::new));
                });
    }

    /** Overlays in which no two adaptations touch the same thing, as publishing demands. */
    @Provide
    Arbitrary<Overlay> overlays() {
        return adaptations()
                .list()
                .ofMaxSize(6)
                .map(list -> list.stream()
                        .collect(Collectors.toMap(ResolutionPropertiesTest::subject, one -> one, (one, other) -> one))
                        .values()
                        .toArray(Adaptation[]::new))
                .map(SampleCourse::tenant);
    }

    private static Arbitrary<Adaptation> adaptations() {
        Arbitrary<String> words = Arbitraries.strings().alpha().ofLength(4);
        Arbitrary<String> fields = Arbitraries.of(FIELDS);
        Arbitrary<Change> sets = Combinators.combine(blockIds(), fields, words)
                .as((id, field, text) -> new Change.Set(id, field, Field.words(Map.of("en", text))));
        Arbitrary<Change> clears = Combinators.combine(blockIds(), fields).as(Change.Clear::new);
        Arbitrary<Change> hides = blockIds().map(Change.Hide::new);
        Arbitrary<Change> insertions = Combinators.combine(
                        blockIds(), blockIds().list().ofMaxSize(3), words)
                .as((anchor, trail, text) -> new Change.InsertAfter(anchor, trail, text("after-" + anchor, text)));
        return Arbitraries.oneOf(sets, clears, hides, insertions).map(change -> adaptation(change, Optional.empty()));
    }

    private static Arbitrary<String> blockIds() {
        return Arbitraries.integers().between(1, 10).map(number -> "b" + number);
    }

    /** What an adaptation is about: a field of a block, a block's being there, a block of one's own. */
    private static String subject(Adaptation adaptation) {
        return switch (adaptation.change()) {
            case Change.Set(String block, String field, Field value) -> block + "/" + field;
            case Change.Clear(String block, String field) -> block + "/" + field;
            case Change.Hide(String block) -> block + "!";
            case Change.Move(String block, String after, List<String> trail) -> block + ">";
            case Change.InsertAfter insertion -> "+" + insertion.inserted().id();
        };
    }

    /** As its subject; but where anchors are gone any two insertions may end up side by side, so all touch one thing. */
    private static String touches(Adaptation adaptation) {
        return adaptation.change() instanceof Change.InsertAfter ? "+" : subject(adaptation);
    }
}
