package org.mangrove.core.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.mangrove.core.content.Amended;
import org.mangrove.core.content.AssetVersion;
import org.mangrove.core.content.CourseFacts;
import org.mangrove.core.content.MediaCredit;
import org.mangrove.core.content.TextCredit;
import org.mangrove.core.lineage.Block;
import org.mangrove.core.lineage.BlockKind;
import org.mangrove.core.lineage.ChangeClass;
import org.mangrove.core.lineage.Field;
import org.mangrove.core.refusal.Refusal;

class MendingTest {

    private static final String DEAD = "https://gone.example/page";
    private static final LocalDate ENDED = LocalDate.of(2026, 1, 31);
    private static final LocalDate LATER = LocalDate.of(2027, 1, 31);
    private static final AssetVersion COURSE = AssetVersion.of(
            new CourseFacts(
                            "a-course",
                            "care",
                            5,
                            "tbd",
                            "tbd",
                            "Sam",
                            ENDED,
                            80,
                            Optional.empty(),
                            List.of(Locale.ENGLISH, Locale.GERMAN))
                    .crediting(List.of(new MediaCredit(
                            "f".repeat(64), "media/a.svg", "CC-BY-4.0", "Somebody", Optional.of(ENDED))))
                    .crediting(Optional.of(new TextCredit("CC-BY-4.0", "Somebody", Optional.of(ENDED)))),
            3,
            ChangeClass.MINOR,
            Instant.EPOCH,
            List.of(
                    block("course", BlockKind.COURSE, Map.of("title", words("A course", "Ein Kurs"))),
                    block("section.s", BlockKind.SECTION, Map.of()),
                    block("first", BlockKind.TEXT, Map.of("body", words("See " + DEAD + ".", "Siehe " + DEAD + "/b"))),
                    block("second", BlockKind.IMAGE, Map.of("media", Field.neutral("f".repeat(64)))),
                    block("third", BlockKind.IMAGE, Map.of("media", Field.neutral("f".repeat(64)))),
                    block("fourth", BlockKind.TEXT, Map.of("body", words("The end", "Das Ende")))));

    @Test
    void each_mending_changes_what_it_says_and_is_taken_back_exactly() {
        var ended = new Evidence.DayPassed(Evidence.Term.LICENCE, "CC-BY-4.0", ENDED);
        for (List<Edit> edits : List.of(
                List.of(Mending.owner(COURSE, "Gesa"), Mending.steward(COURSE, "Uwe")),
                List.of(Mending.objective(COURSE, "rub hands")),
                List.of(Mending.review(COURSE, LATER)),
                Mending.licence(COURSE, ended, LATER),
                Mending.link(COURSE, DEAD, "https://there.example/"),
                Mending.withoutBlocks(COURSE, List.of("second", "third")))) {
            AssetVersion mended = version(Mending.apply(COURSE, edits));
            assertThat(mended.digest()).as("%s", edits).isNotEqualTo(COURSE.digest());

            AssetVersion back = version(Mending.apply(mended, Mending.reversed(edits)));
            assertThat(back.digest()).as("%s", edits).isEqualTo(COURSE.digest());
        }
    }

    @Test
    void a_licence_that_is_given_again_is_given_for_texts_and_files() {
        var ended = new Evidence.DayPassed(Evidence.Term.LICENCE, "CC-BY-4.0", ENDED);

        CourseFacts renewed =
                Mending.apply(COURSE, Mending.licence(COURSE, ended, LATER)).facts();

        assertThat(renewed.textCredit().flatMap(TextCredit::until)).contains(LATER);
        assertThat(renewed.credits()).extracting(MediaCredit::until).containsExactly(Optional.of(LATER));
    }

    @Test
    void facts_are_a_cosmetic_change_and_what_learners_see_is_a_minor_one() {
        assertThat(Mending.apply(COURSE, List.of(Mending.owner(COURSE, "Gesa"))).change())
                .isEqualTo(ChangeClass.COSMETIC);
        assertThat(Mending.apply(COURSE, Mending.link(COURSE, DEAD, "https://there.example/"))
                        .change())
                .isEqualTo(ChangeClass.MINOR);
    }

    @Test
    void only_the_very_link_is_led_elsewhere() {
        List<Edit> edits = Mending.link(COURSE, DEAD, "https://there.example/");

        assertThat(edits).singleElement().satisfies(edit -> {
            assertThat(edit.place()).isEqualTo("first/body (en)");
            assertThat(edit.after()).isEqualTo("See https://there.example/.");
        });
    }

    @Test
    void where_something_else_stands_meanwhile_nothing_is_changed() {
        List<Edit> edits = List.of(Mending.owner(COURSE, "Gesa"));
        AssetVersion another = version(Mending.apply(COURSE, List.of(Mending.owner(COURSE, "Uwe"))));

        assertThatExceptionOfType(Refusal.Conflict.class).isThrownBy(() -> Mending.apply(another, edits));
        List<Edit> dropped = Mending.withoutBlocks(COURSE, List.of("second"));
        AssetVersion without = version(Mending.apply(COURSE, dropped));
        assertThatExceptionOfType(Refusal.Conflict.class).isThrownBy(() -> Mending.apply(without, dropped));
    }

    @Test
    void a_course_keeps_something_to_learn() {
        List<Edit> everything = Mending.withoutBlocks(COURSE, List.of("first", "second", "third", "fourth"));

        assertThatExceptionOfType(Refusal.Conflict.class)
                .isThrownBy(() -> Mending.apply(COURSE, everything))
                .satisfies(refusal -> assertThat(refusal.reason().key()).isEqualTo("audit.act.nothing-left"));
    }

    @Test
    void an_address_is_one_on_the_web_and_nothing_besides() {
        assertThat(List.of("https://a.example/x?y=1", "http://a.example")).allMatch(Mending::isAddress);
        assertThat(List.of(
                        "", "elsewhere", "ftp://a.example", "https://", "https://a.example b", "javascript:alert(1)"))
                .noneMatch(Mending::isAddress);
    }

    @Test
    void of_a_long_text_only_what_is_another_is_shown() {
        String around = "word ".repeat(40);
        var edit = new Edit("b", "body", "en", around + "old" + around, around + "new" + around);

        assertThat(edit.shortBefore())
                .contains("old")
                .startsWith("…")
                .endsWith("…")
                .hasSizeLessThan(100);
        assertThat(edit.shortAfter()).contains("new").hasSizeLessThan(100);
        assertThat(new Edit("b", "body", "en", "same", "same and more").shortAfter())
                .isEqualTo("same and more");
    }

    private static AssetVersion version(Amended amended) {
        return AssetVersion.of(amended.facts(), 4, amended.change(), Instant.EPOCH, amended.blocks());
    }

    private static Block block(String id, BlockKind kind, Map<String, Field> fields) {
        return new Block(id, kind, new TreeMap<>(fields));
    }

    private static Field words(String english, String german) {
        return Field.words(Map.of("en", english, "de", german));
    }
}
