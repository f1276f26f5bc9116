package org.mangrove.core.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mangrove.core.content.SampleCourse.*;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mangrove.core.lineage.Adaptation;
import org.mangrove.core.lineage.CanonicalJson;
import org.mangrove.core.lineage.Change;
import org.mangrove.core.lineage.Field;
import org.mangrove.core.lineage.Finding;
import org.mangrove.core.lineage.LineageJson;
import org.mangrove.core.lineage.Note;
import org.mangrove.core.lineage.Overlay;
import org.mangrove.core.lineage.Text;

class EffectiveCourseTest {

    @Test
    void gives_the_master_where_nobody_changes_anything() {
        EffectiveCourse course = EffectiveCourse.of(version(), List.of(), GERMAN, NOW);

        assertThat(course.title()).isEqualTo(new Text("Brandschutz", Locale.GERMAN));
        assertThat(course.sections()).extracting(EffectiveSection::id).containsExactly("alarm", "check");
        assertThat(ids(course)).containsExactly("call", "calm", "number", "last");
        assertThat(course.validUntil()).isEmpty();
        assertThat(course.findings()).isEmpty();
    }

    @Test
    void lets_the_market_win_over_its_region() {
        Overlay emea = region(set("call", "body", words("Call 112.", "Rufen Sie 112.")));
        Overlay germany = tenant(set("call", "body", Field.words(Map.of("de", "Rufen Sie 112 und den Ersthelfer."))));

        EffectiveCourse course = EffectiveCourse.of(version(), List.of(emea, germany), GERMAN, NOW);

        assertThat(say(course, "call", "body")).isEqualTo("Rufen Sie 112 und den Ersthelfer.");
        assertThat(say(course, "calm", "body")).isEqualTo("Ruhig bleiben.");
        assertThat(course.findBlock("call").orElseThrow().notes())
                .extracting(Note::space)
                .containsExactly("emea", "acme-de");
    }

    @Test
    void shows_a_market_text_in_its_own_language_rather_than_the_master_that_means_something_else() {
        Overlay germany = tenant(set("call", "body", Field.words(Map.of("de", "Rufen Sie 112."))));

        EffectiveCourse course = EffectiveCourse.of(version(), List.of(germany), ENGLISH, NOW);

        assertThat(course.findBlock("call").orElseThrow().text("body"))
                .contains(new Text("Rufen Sie 112.", Locale.GERMAN));
    }

    @Test
    void says_when_what_was_overridden_has_changed_since_and_keeps_the_override() {
        Overlay germany = tenant(new Adaptation(
                new Change.Set("call", "body", words("Call 112.", "Rufen Sie 112.")),
                Optional.of(LineageJson.digestOf(words("Call 911.", "Rufen Sie 911."))),
                Optional.of(words("Call 911.", "Rufen Sie 911.")),
                "Other number",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));

        EffectiveCourse course = EffectiveCourse.of(version(), List.of(germany), ENGLISH, NOW);

        assertThat(say(course, "call", "body")).isEqualTo("Call 112.");
        assertThat(course.findings()).containsExactly(new Finding("acme-de", "call", "body", Finding.Kind.DRIFTED));
    }

    @Test
    void clears_a_field_and_leaves_a_block_out() {
        Overlay germany = tenant(
                adaptation(new Change.Clear("number", "options.b.feedback"), Optional.empty()),
                adaptation(new Change.Hide("calm"), Optional.empty()));

        EffectiveCourse course = EffectiveCourse.of(version(), List.of(germany), ENGLISH, NOW);

        assertThat(ids(course)).containsExactly("call", "number", "last");
        assertThat(course.findBlock("number").orElseThrow().options())
                .extracting(EffectiveBlock.Option::feedback)
                .containsExactly(Optional.empty(), Optional.empty());
    }

    @Test
    void puts_insertions_behind_their_anchor_in_the_order_of_the_lineage() {
        Overlay germany =
                tenant(insert(text("works-council", "…"), "call"), insert(text("first-aid", "…"), "works-council"));
        Overlay emea = region(insert(text("emea", "…"), "call"));

        EffectiveCourse course = EffectiveCourse.of(version(), List.of(emea, germany), ENGLISH, NOW);

        assertThat(ids(course)).containsExactly("call", "emea", "works-council", "first-aid", "calm", "number", "last");
    }

    @Test
    void moves_an_insertion_to_the_nearest_block_that_is_left() {
        Overlay germany = tenant(insert(text("local", "…"), "gone", "also-gone", "calm", "call"));

        EffectiveCourse course = EffectiveCourse.of(version(), List.of(germany), ENGLISH, NOW);

        assertThat(ids(course)).containsExactly("call", "calm", "local", "number", "last");
        assertThat(course.findings()).containsExactly(new Finding("acme-de", "local", "", Finding.Kind.REANCHORED));
    }

    @Test
    void keeps_an_insertion_whose_section_is_left_out() {
        Overlay emea = region(adaptation(new Change.Hide("section.check"), Optional.empty()));
        Overlay germany = tenant(insert(text("local", "…"), "number"));

        EffectiveCourse course = EffectiveCourse.of(version(), List.of(emea, germany), ENGLISH, NOW);

        assertThat(course.sections()).extracting(EffectiveSection::id).containsExactly("alarm");
        assertThat(ids(course)).containsExactly("call", "calm", "local");
    }

    @Test
    void keeps_an_insertion_when_the_master_comes_to_use_its_id() {
        Overlay germany = tenant(insert(text("calm", "Ours"), "call"));

        EffectiveCourse course = EffectiveCourse.of(version(), List.of(germany), ENGLISH, NOW);

        assertThat(ids(course)).containsExactly("call", "calm~acme-de", "calm", "number", "last");
        assertThat(course.findings()).containsExactly(new Finding("acme-de", "calm~acme-de", "", Finding.Kind.RENAMED));
    }

    @Test
    void stops_applying_what_has_expired_and_says_until_when_the_answer_is_valid() {
        Instant expiry = NOW.plus(Duration.ofDays(30));
        Overlay germany = tenant(
                adaptation(new Change.Set("call", "body", words("Call 112.", "112.")), Optional.of(expiry)),
                set("calm", "body", words("Breathe.", "Atmen.")));

        EffectiveCourse before = EffectiveCourse.of(version(), List.of(germany), ENGLISH, NOW);
        EffectiveCourse after = EffectiveCourse.of(version(), List.of(germany), ENGLISH, expiry);

        assertThat(before.validUntil()).contains(expiry);
        assertThat(say(before, "call", "body")).isEqualTo("Call 112.");
        assertThat(after.validUntil()).isEmpty();
        assertThat(say(after, "call", "body")).isEqualTo("Call 999.");
        assertThat(say(after, "calm", "body")).isEqualTo("Breathe.");
    }

    @Test
    void gives_options_in_order_with_what_is_right() {
        EffectiveBlock number = EffectiveCourse.of(version(), List.of(), GERMAN, NOW)
                .findBlock("number")
                .orElseThrow();

        assertThat(number.options()).extracting(EffectiveBlock.Option::id).containsExactly("a", "b");
        assertThat(number.correct()).containsExactly("a");
        assertThat(number.options().get(1).feedback()).contains(new Text("Der Chef löscht nicht.", Locale.GERMAN));
    }

    @Test
    void survives_the_way_through_json_with_the_same_digest() {
        Overlay germany = tenant(
                set("call", "body", words("Call 112.", "112.")),
                insert(text("local", "…"), "call", "section.alarm"),
                adaptation(new Change.Hide("calm"), Optional.of(NOW)),
                adaptation(new Change.Clear("number", "options.b.feedback"), Optional.empty()));

        assertThat(ContentJson.toVersion(CanonicalJson.read(CanonicalJson.write(ContentJson.of(version())))))
                .isEqualTo(version());
        assertThat(LineageJson.toOverlay(CanonicalJson.read(CanonicalJson.write(LineageJson.of(germany)))))
                .isEqualTo(germany);
    }
}
