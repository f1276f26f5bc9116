package org.mangrove.core.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mangrove.core.content.SampleCourse.block;
import static org.mangrove.core.content.SampleCourse.text;
import static org.mangrove.core.content.SampleCourse.words;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.api.Test;
import org.mangrove.core.lineage.Block;
import org.mangrove.core.lineage.BlockKind;
import org.mangrove.core.lineage.ChangeClass;
import org.mangrove.core.lineage.Field;
import org.mangrove.core.refusal.Refusal;

/** Blocks that show what others say. */
class ExpansionTest {

    private static final String COURSE = "scaffolds";
    private static final List<Locale> ENGLISH = List.of(Locale.ENGLISH);
    private static final Block FIRST = text("rungs", "Never stand on the top rung.");
    private static final Block SECOND = text("rungs", "Never stand on the two top rungs.");

    private final PublishedInMemory published = new PublishedInMemory();

    @Test
    void what_follows_says_the_newest_and_what_is_pinned_stays() {
        published.publish("ladders", FIRST);
        Block following = shows("a", Reuse.following("ladders", "rungs"));
        Block pinned = shows("b", Reuse.of("ladders", FIRST, Reuse.Way.PINNED));
        assertThat(said(expanded(following, pinned))).containsExactly(body(FIRST), body(FIRST));

        published.publish("ladders", SECOND);

        assertThat(said(expanded(following, pinned))).containsExactly(body(SECOND), body(FIRST));
    }

    @Test
    void what_is_gone_above_keeps_what_it_said_last() {
        published.publish("ladders", FIRST).publish("ladders", SECOND).publish("ladders", text("other", "Else."));

        Expansion expansion = expanded(shows("a", Reuse.following("ladders", "rungs")));

        assertThat(expansion.flaws()).isEmpty();
        assertThat(said(expansion)).containsExactly(body(SECOND));
        assertThat(published
                        .find(Reuse.following("ladders", "rungs"))
                        .orElseThrow()
                        .isThere())
                .isFalse();
    }

    @Test
    void what_is_not_here_is_told_and_what_was_shown_stays() {
        Block shown = Reuse.following("ladders", "rungs").on(text("a", "Still here."));

        Expansion expansion = expanded(shown);

        assertThat(keys(expansion)).containsExactly("content.reuse.not-there");
        assertThat(expansion.blocks()).containsExactly(shown);
    }

    @Test
    void what_shows_itself_is_refused_by_whatever_way() {
        published.publish("ladders", shows("rungs", Reuse.following(COURSE, "a")));

        assertThat(keys(expanded(shows("a", Reuse.following("ladders", "rungs")))))
                .containsExactly("content.reuse.circle");
        assertThat(keys(expanded(shows("a", Reuse.following(COURSE, "a"))))).containsExactly("content.reuse.circle");
        assertThat(keys(expanded(shows("a", Reuse.following(COURSE, "b")), shows("b", Reuse.following(COURSE, "a")))))
                .containsOnly("content.reuse.circle");
    }

    @Test
    void a_way_is_no_longer_than_four_blocks() {
        published.publish("c1", text("x", "Said."));
        for (int at = 2; at <= Expansion.DEEPEST; at++) {
            Block before = published
                    .find(Reuse.following("c" + (at - 1), "x"))
                    .orElseThrow()
                    .block();
            published.publish("c" + at, Reuse.following("c" + (at - 1), "x").on(before));
        }
        Block deepest = shows("a", Reuse.following("c" + Expansion.DEEPEST, "x"));
        assertThat(expanded(deepest).flaws()).isEmpty();
        assertThat(said(expanded(deepest))).containsExactly("Said.");

        published.publish(
                "above",
                Reuse.of(expanded(deepest).blocks().getFirst()).orElseThrow().on(text("x", "Said.")));

        assertThat(keys(expanded(shows("a", Reuse.following("above", "x"))))).containsExactly("content.reuse.too-deep");
    }

    @Test
    void a_course_shows_its_own_blocks_as_they_are_going_to_be() {
        published.publish(COURSE, text("rungs", "As it was."));

        Expansion expansion = expanded(FIRST, shows("a", Reuse.following(COURSE, "rungs")));

        assertThat(said(expansion)).containsExactly(body(FIRST), body(FIRST));
    }

    @Test
    void only_the_languages_of_the_course_come_along_and_the_first_of_them_must_be_there() {
        published.publish(
                "ladders",
                block("rungs", BlockKind.TEXT, Map.of("body", words("Not the top rung.", "Nicht ganz oben."))));
        Block shown = shows("a", Reuse.following("ladders", "rungs"));

        Expansion german = Expansion.of(COURSE, List.of(Locale.GERMAN), List.of(shown), published);
        Expansion japanese = Expansion.of(COURSE, List.of(Locale.JAPANESE, Locale.GERMAN), List.of(shown), published);

        assertThat(german.blocks().getFirst().find("body")).contains(Field.words(Map.of("de", "Nicht ganz oben.")));
        assertThat(german.flaws()).isEmpty();
        assertThat(keys(japanese)).containsExactly("content.reuse.not-in-language");
    }

    @Test
    void by_what_right_a_file_is_shown_comes_along_and_goes_again() {
        String plan = "a".repeat(64);
        published.publish(
                "ladders",
                block(
                        "plan",
                        BlockKind.IMAGE,
                        Map.of("media", Field.neutral(plan), "alt", Field.words(Map.of("en", "The plan")))));
        var credit = new MediaCredit(plan, "media/plan.png", "CC-BY-4.0", "Somebody", Optional.empty());
        published.credit("ladders", credit);
        Block shown = shows("a", Reuse.following("ladders", "plan"));

        Expansion expansion = expanded(shown);
        CourseFacts facts = expansion.crediting(SampleCourse.FACTS, List.of());
        CourseFacts without = expanded(FIRST).crediting(facts, expansion.blocks());

        assertThat(facts.credits()).containsExactly(credit);
        assertThat(expansion.crediting(facts, expansion.blocks())).isEqualTo(facts);
        assertThat(without.credits()).isEmpty();
    }

    @Test
    void what_is_written_as_a_package_and_read_again_shows_the_same() {
        published.publish("ladders", FIRST).publish("ladders", SECOND);
        AssetVersion course = course(
                shows("a", Reuse.following("ladders", "rungs")),
                shows("b", Reuse.of("ladders", FIRST, Reuse.Way.PINNED)));

        CoursePackage again = read(zip(course), published);

        assertThat(AssetVersion.of(again.facts(), 1, ChangeClass.MAJOR, SampleCourse.NOW, again.blocks())
                        .digest())
                .isEqualTo(course.digest());
        assertThat(new String(zip(course), StandardCharsets.ISO_8859_1)).doesNotContain("rung.");
    }

    @Test
    void a_package_that_shows_what_is_not_here_is_refused_with_its_file_and_line() {
        published.publish("ladders", FIRST);
        byte[] following = zip(course(shows("a", Reuse.following("ladders", "rungs"))));
        byte[] pinned = zip(course(shows("a", Reuse.of("ladders", FIRST, Reuse.Way.PINNED))));
        var elsewhere = new PublishedInMemory();

        assertThat(refused(following, elsewhere).reason().key()).isEqualTo("content.reuse.not-there");
        assertThat(refused(following, elsewhere).place().orElseThrow()).matches("course\\.yaml:\\d+");

        elsewhere.publish("ladders", SECOND);
        assertThat(refused(pinned, elsewhere).reason().key()).isEqualTo("content.reuse.not-that-version");
        assertThat(said(read(following, elsewhere).blocks())).contains(body(SECOND));

        elsewhere.publish("ladders", FIRST).publish("ladders", SECOND);
        assertThat(said(read(pinned, elsewhere).blocks()))
                .as("by what it says, whatever its number is here")
                .contains(body(FIRST));
    }

    @Test
    void in_a_package_a_version_can_be_named_by_its_number_and_words_are_written_at_the_source() {
        published.publish("ladders", FIRST).publish("ladders", SECOND);
        var files = new TreeMap<>(Map.of(
                "course.yaml", """
                        course: scaffolds
                        category: safety
                        minutes: 5
                        objective: Stands
                        owner: Safety
                        steward: Design
                        review-due: 2027-01-31
                        languages: [en]
                        sections:
                          - id: one
                            blocks:
                              - id: a
                                kind: reused
                                shows: {course: ladders, block: rungs, version: 1}
                        """,
                "words/en.yaml", """
                        title: Scaffolds
                        summary: How they stand
                        sections:
                          one: {title: One}
                        """));
        assertThat(said(read(files).blocks())).contains(body(FIRST));

        files.merge("course.yaml", "", (course, none) -> course.replace("version: 1", "version: 9"));
        assertThatExceptionOfType(Refusal.Invalid.class)
                .isThrownBy(() -> read(files))
                .satisfies(refusal -> assertThat(refusal.reason().key()).isEqualTo("content.reuse.not-that-version"))
                .satisfies(refusal -> assertThat(refusal.place()).contains("course.yaml:14"));

        files.merge("course.yaml", "", (course, none) -> course.replace("version: 9", "version: 2"));
        files.merge("words/en.yaml", "", (said, none) -> said + "blocks:\n  a: {body: Mine}\n");
        assertThatExceptionOfType(Refusal.Invalid.class)
                .isThrownBy(() -> read(files))
                .satisfies(refusal -> assertThat(refusal.reason().key()).isEqualTo("content.reuse.words-elsewhere"));
    }

    /** Of twelve blocks in three courses each says something, or shows another: held against walking each way by itself. */
    @Property(tries = 500)
    void each_block_says_what_the_end_of_its_way_says_or_is_told_to_have_none(@ForAll("ways") List<Integer> ways) {
        var sources = new PublishedInMemory();
        for (int course = 0; course < 3; course++) {
            sources.publish("c" + course, blocksOf(course, ways).toArray(Block[]::new));
        }
        List<Block> own = blocksOf(0, ways);

        Expansion expansion = Expansion.of("c0", ENGLISH, own, sources);

        var flawed = new HashSet<String>();
        expansion.flaws().forEach(flaw -> flawed.add(flaw.block()));
        for (int at = 0; at < own.size(); at++) {
            Optional<Integer> end = end(at, ways);
            String id = own.get(at).id();
            assertThat(flawed.contains(id)).as(id + " of " + ways).isEqualTo(end.isEmpty());
        }
        assertThat(Expansion.of("c0", ENGLISH, expansion.blocks(), sources).flaws())
                .isEqualTo(expansion.flaws());
        Statistics.label("circles").collect(expansion.flaws().isEmpty() ? "straight" : "astray");
        Statistics.label("circles").coverage(checker -> checker.check("astray").percentage(share -> share >= 20));
    }

    @Provide
    Arbitrary<List<Integer>> ways() {
        return Arbitraries.integers().between(-12, 11).list().ofSize(12);
    }

    private static List<Block> blocksOf(int course, List<Integer> ways) {
        var blocks = new ArrayList<Block>();
        for (int at = course * 4; at < course * 4 + 4; at++) {
            int to = ways.get(at);
            Block said = text("b" + at, "Said by " + at);
            blocks.add(to < 0 ? said : Reuse.following("c" + to / 4, "b" + to).on(said));
        }
        return blocks;
    }

    private static Optional<Integer> end(int from, List<Integer> ways) {
        Set<Integer> seen = new HashSet<>(Set.of(from));
        int at = from;
        for (int steps = 0; ways.get(at) >= 0; steps++) {
            at = ways.get(at);
            if (!seen.add(at) || steps >= Expansion.DEEPEST) {
                return Optional.empty();
            }
        }
        return Optional.of(at);
    }

    private static Block shows(String id, Reuse reuse) {
        return reuse.on(block(id, BlockKind.TEXT, Map.of()));
    }

    private Expansion expanded(Block... blocks) {
        return Expansion.of(COURSE, ENGLISH, List.of(blocks), published);
    }

    private static List<String> keys(Expansion expansion) {
        return expansion.flaws().stream().map(flaw -> flaw.reason().key()).toList();
    }

    private static List<String> said(Expansion expansion) {
        return said(expansion.blocks());
    }

    private static List<String> said(List<Block> blocks) {
        return blocks.stream()
                .filter(block -> block.kind().isStep())
                .map(ExpansionTest::body)
                .toList();
    }

    private static String body(Block block) {
        return block.find("body").map(field -> field.in(ENGLISH).text()).orElse("");
    }

    private AssetVersion course(Block... shown) {
        var blocks = new ArrayList<>(List.of(
                block(
                        Block.COURSE_ID,
                        BlockKind.COURSE,
                        Map.of(
                                "title",
                                Field.words(Map.of("en", "Scaffolds")),
                                "summary",
                                Field.words(Map.of("en", "Up")))),
                block("section.one", BlockKind.SECTION, Map.of("title", Field.words(Map.of("en", "One"))))));
        blocks.addAll(List.of(shown));
        var facts = new CourseFacts(
                COURSE,
                "safety",
                5,
                "Stands",
                "Safety",
                "Design",
                SampleCourse.FACTS.reviewDue(),
                80,
                Optional.empty(),
                ENGLISH);
        return AssetVersion.of(
                facts,
                1,
                ChangeClass.MAJOR,
                SampleCourse.NOW,
                Expansion.of(COURSE, ENGLISH, blocks, published).blocks());
    }

    private static byte[] zip(AssetVersion course) {
        return new PackageWriter(course.facts(), ChangeClass.MAJOR, course.blocks(), digest -> {
                    throw new IllegalStateException("No file comes along");
                })
                .zip(Map.of());
    }

    private static CoursePackage read(byte[] zip, ReuseSources sources) {
        return CoursePackage.read(CourseFiles.fromZip(new ByteArrayInputStream(zip)), sources);
    }

    private CoursePackage read(Map<String, String> files) {
        var bytes = new HashMap<String, byte[]>();
        files.forEach((path, text) -> bytes.put(path, text.getBytes(StandardCharsets.UTF_8)));
        return CoursePackage.read(new CourseFiles(new TreeMap<>(bytes)), published);
    }

    private static Refusal.Invalid refused(byte[] zip, ReuseSources sources) {
        try {
            read(zip, sources);
        } catch (Refusal.Invalid refused) {
            return refused;
        }
        throw new AssertionError("It was read");
    }
}
