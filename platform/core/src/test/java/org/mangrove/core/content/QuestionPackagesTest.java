package org.mangrove.core.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mangrove.core.content.Branches.End;
import org.mangrove.core.lineage.Block;
import org.mangrove.core.lineage.Field;
import org.mangrove.core.lineage.Level;
import org.mangrove.core.lineage.Overlay;
import org.mangrove.core.refusal.Refusal;

/** The course on hand hygiene, which asks in every way, and what can be wrong with its files. */
class QuestionPackagesTest {

    private static final Path HYGIENE =
            Path.of("../demonstration/src/main/resources/demonstration/borealis/courses/hand-hygiene-basics");

    private final Map<String, byte[]> files = folder();

    @Test
    void questions_come_with_all_that_they_need() {
        CoursePackage course = read();

        assertThat(find(course, "q-moments").fields())
                .containsEntry("pairs.rail", Field.neutral("after-things"))
                .containsKeys("targets.after-fluids", "options.rail.feedback");
        assertThat(Amount.of(find(course, "q-seconds").fields()).orElseThrow().least())
                .isEqualByComparingTo("20");
        assertThat(Region.of(find(course, "q-bottle").fields(), "bed")
                        .orElseThrow()
                        .text())
                .isEqualTo("circle 72.3 71.5 9");
        assertThat(Branches.of(find(course, "s-round").fields())
                        .find("safe")
                        .orElseThrow()
                        .end())
                .contains(End.GOOD);
    }

    @Test
    void a_scenario_that_leads_astray_is_refused_with_the_name_of_the_scene() {
        refuses("unreachable", "carried", "{id: leave, to: carried}", "{id: leave, to: safe}");
        refuses("nowhere", "call", "{id: rub, to: pillow}", "{id: rub, to: bed}");
        refuses("dead-end", "harm", "{id: harm, end: poor}", "{id: harm}");
        refuses(
                "no-way-out",
                "call",
                "{id: clean, to: safe}",
                "{id: clean, to: call}",
                "to: carried",
                "to: call",
                "to: harm",
                "to: drip");
        refuses("no-good-end", "", "end: good", "end: poor");
        refuses("twice", "harm", "{id: carried, end: poor}", "{id: harm, end: poor}");
    }

    @Test
    void what_makes_no_sense_in_a_question_is_refused() {
        refuses("content.package.block-not-whole.match", "rail: after-things, ", "");
        refuses("content.package.unknown-option", "pairs: {dressing", "pairs: {door: before-clean, dressing");
        refuses("content.package.wrong-value", "value: 25", "value: 25,5");
        refuses("content.package.wrong-value", "tolerance: 20%", "tolerance: -1");
        refuses("content.package.block-not-whole.number", "        value: 25\n", "");
        refuses("content.package.wrong-value", "circle 72.3 71.5 9", "circle 72.3 71.5");
        refuses("content.package.wrong-value", "rectangle 4 25.5 16.5 58", "rectangle 90 25.5 16.5 58");
        refuses("content.package.block-not-whole.hotspot", "          bed: circle 72.3 71.5 9\n", "");
        refuses("content.package.block-not-whole.hotspot", "        media: media/ward.svg\n", "");
    }

    @Test
    void words_of_what_is_not_there_are_refused() {
        change("words/de.yaml", "      after-fluids:", "      after-all:");

        assertThatExceptionOfType(Refusal.Invalid.class)
                .isThrownBy(this::read)
                .satisfies(refusal ->
                        assertThat(refusal.reason().arguments()).containsEntry("field", "targets.after-all"));
    }

    @Test
    void a_market_says_a_number_and_its_unit_in_its_own_way() {
        overlay("""
                space: borealis-de
                changes:
                  - {operation: set, block: q-seconds, field: value, value: 0.5, reason: We count minutes}
                  - {operation: set, block: q-seconds, field: unit, words: {de: Minuten}, reason: We count minutes}
                """);
        CoursePackage course = read();
        var version = AssetVersion.of(course.facts(), 1, course.change(), SampleCourse.NOW, course.blocks());

        EffectiveBlock question = EffectiveCourse.of(
                        version,
                        List.of(Overlay.of(
                                version.key(),
                                "borealis-de",
                                Level.TENANT,
                                1,
                                course.overlays().get("borealis-de"))),
                        List.of(Locale.GERMAN),
                        SampleCourse.NOW)
                .findBlock("q-seconds")
                .orElseThrow();

        assertThat(question.amount().orElseThrow().most()).isEqualByComparingTo("0.6");
        assertThat(question.text("unit").orElseThrow().text()).isEqualTo("Minuten");
    }

    @Test
    void a_market_does_not_make_a_question_that_nobody_can_answer() {
        overlay("""
                space: borealis-de
                changes:
                  - {operation: set, block: s-round, field: scenes.pillow.choices.clean.to, value: call, reason: Ours}
                """);

        assertThatExceptionOfType(Refusal.Invalid.class).isThrownBy(this::read).satisfies(refusal -> {
            assertThat(refusal.reason().key()).isEqualTo("content.package.block-not-whole.scenario");
            assertThat(refusal.place())
                    .hasValueSatisfying(place -> assertThat(place).startsWith("overlays/"));
        });
    }

    private void refuses(String what, String scene, String before, String after, String... more) {
        var untouched = new TreeMap<>(files);
        change("course.yaml", before, after);
        for (int at = 0; at < more.length; at += 2) {
            change("course.yaml", more[at], more[at + 1]);
        }
        assertThatExceptionOfType(Refusal.Invalid.class).isThrownBy(this::read).satisfies(refusal -> {
            assertThat(refusal.reason().key()).isEqualTo("content.scenario." + what);
            assertThat(Optional.ofNullable(refusal.reason().arguments().get("scene"))
                            .orElse(""))
                    .isEqualTo(scene);
        });
        files.putAll(untouched);
    }

    private void refuses(String key, String before, String after) {
        byte[] untouched = files.get("course.yaml");
        change("course.yaml", before, after);
        assertThatExceptionOfType(Refusal.Invalid.class)
                .isThrownBy(this::read)
                .satisfies(refusal -> assertThat(refusal.reason().key()).isEqualTo(key));
        files.put("course.yaml", untouched);
    }

    private void change(String file, String before, String after) {
        String written = new String(files.get(file), StandardCharsets.UTF_8);
        assertThat(written).contains(before);
        files.put(file, written.replace(before, after).getBytes(StandardCharsets.UTF_8));
    }

    private void overlay(String written) {
        files.put("overlays/borealis-de.yaml", written.getBytes(StandardCharsets.UTF_8));
    }

    private CoursePackage read() {
        return CoursePackage.read(new CourseFiles(new TreeMap<>(files)));
    }

    private static Block find(CoursePackage course, String id) {
        return course.blocks().stream()
                .filter(block -> block.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, byte[]> folder() {
        var files = new TreeMap<String, byte[]>();
        try (Stream<Path> all = Files.walk(HYGIENE)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(HYGIENE.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
        return files;
    }
}
