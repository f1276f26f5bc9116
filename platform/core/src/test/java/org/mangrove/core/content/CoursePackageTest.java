package org.mangrove.core.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.lineage.Adaptation;
import org.mangrove.core.lineage.Block;
import org.mangrove.core.lineage.Change;
import org.mangrove.core.lineage.Field;
import org.mangrove.core.refusal.Refusal;

class CoursePackageTest {

    private static final String COURSE = """
            course: fire-safety
            category: safety
            minutes: 20
            objective: leave-the-building
            owner: safety
            steward: design
            review-due: 2027-09-30
            passing: 80
            certificate: {valid-months: 12}
            languages: [en, de]
            sections:
              - id: alarm
                blocks:
                  - id: call
                    kind: text
                  - id: plan
                    kind: image
                    media: media/plan.svg
                  - id: number
                    kind: single
                    options: [a, b]
                    correct: [a]
            """;

    private static final String ENGLISH = """
            title: Fire safety
            summary: What to do when it burns
            sections:
              alarm: {title: The alarm}
            blocks:
              call: {body: Call 999.}
              plan: {alt: The way out}
              number:
                prompt: Whom do you call?
                options:
                  a: {text: "999"}
                  b: {text: The boss, feedback: No.}
            """;

    private static final String GERMAN = """
            title: Brandschutz
            summary: Was tun, wenn es brennt
            """;

    private static final String OVERLAY = """
            space: acme-de
            changes:
              - operation: set
                block: call
                field: body
                reason: Another number
                legal-reference: § 10 ArbSchG
                confirm: That the number holds in all sites
                expires: 2027-01-01
                words: {de: Rufen Sie 112., en: Call 112.}
              - operation: insert-after
                block: plan
                reason: Works council
                inserted: {id: council, kind: callout, tone: info}
                words:
                  de: {body: Fragen Sie den Betriebsrat.}
              - operation: set
                block: alarm
                field: title
                reason: Ours is a siren
                words: {de: Die Sirene}
            """;

    private final Map<String, String> files = new TreeMap<>(Map.of(
            "course.yaml", COURSE,
            "words/en.yaml", ENGLISH,
            "words/de.yaml", GERMAN,
            "overlays/acme-de.yaml", OVERLAY,
            "media/plan.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>"));

    @Test
    void reads_a_course_with_its_words_overlays_and_media() {
        CoursePackage course = read();

        assertThat(course.facts().languages()).containsExactly(Locale.ENGLISH, Locale.GERMAN);
        assertThat(course.blocks())
                .extracting(Block::id)
                .containsExactly("course", "section.alarm", "call", "plan", "number");
        assertThat(course.blocks().getFirst().find("title"))
                .contains(Field.words(Map.of("en", "Fire safety", "de", "Brandschutz")));
        assertThat(course.blocks().getLast().fields())
                .containsEntry("options.b.feedback", Field.words(Map.of("en", "No.")));
        assertThat(course.media().values())
                .extracting(CoursePackage.Media::path)
                .containsExactly("media/plan.svg");
        List<Adaptation> germany = course.overlays().get("acme-de");
        assertThat(germany)
                .extracting(adaptation -> adaptation.change().block())
                .containsExactly("call", "plan", "section.alarm");
        assertThat(germany.getFirst().legalReference()).contains("§ 10 ArbSchG");
        assertThat(((Change.InsertAfter) germany.get(1).change()).trail())
                .containsExactly("call", "section.alarm", "course");
    }

    @Test
    void finds_the_folder_around_everything() throws IOException {
        var around = new TreeMap<String, String>();
        files.forEach((path, content) -> around.put("fire-safety/" + path, content));

        assertThat(CourseFiles.fromZip(zip(around)).files()).containsOnlyKeys(files.keySet());
    }

    @Test
    void names_file_and_line_of_what_is_wrong() {
        refuses("course.yaml:2", "course.yaml", COURSE.replace("category: safety", "category: Safety First"));
        refuses("course.yaml:8", "course.yaml", COURSE.replace("passing: 80", "passing: 800"));
        refuses("course.yaml:18", "course.yaml", COURSE.replace("media: media/plan.svg", "media: media/none.svg"));
        refuses("course.yaml:19", "course.yaml", COURSE.replace("correct: [a]", "correct: [z]"));
        refuses("course.yaml:19", "course.yaml", COURSE.replace("id: number", "id: call"));
        refuses("words/en.yaml:9", "words/en.yaml", ENGLISH.replace("prompt:", "promt:"));
        refuses("words/de.yaml:4", "words/de.yaml", GERMAN + "blocks:\n  gone: {body: x}\n");
        refuses("overlays/acme-de.yaml:4", "overlays/acme-de.yaml", OVERLAY.replace("block: call", "block: gone"));
        refuses("words/de.yaml:3", "words/de.yaml", GERMAN + "title: again\n");
        refuses("words/de.yaml:2", "words/de.yaml", "title: x\n  bad: [\n");
    }

    @Test
    void refuses_a_course_that_nobody_answers_for() {
        for (String line : List.of(
                "owner: safety", "steward: design", "review-due: 2027-09-30", "objective: leave-the-building")) {
            String name = line.substring(0, line.indexOf(':'));
            refuses("course.yaml:1", "course.yaml", COURSE.replace(line + "\n", ""));
            refuses("course.yaml:1", "course.yaml", COURSE.replace(line, name + ": \"\""));
            files.put("course.yaml", COURSE.replace(line + "\n", ""));
            assertThatExceptionOfType(Refusal.Invalid.class)
                    .isThrownBy(this::read)
                    .satisfies(refusal ->
                            assertThat(refusal.reason().key()).isEqualTo("content.package.demanded-" + name));
        }
        refuses("course.yaml:5", "course.yaml", COURSE.replace("owner: safety", "owner: " + "x".repeat(201)));
    }

    @Test
    void reads_by_what_right_each_file_is_shown() {
        String media =
                "media:\n  - {files: [media/plan.svg], licence: CC-BY-4.0, source: A friend, until: 2028-01-31}\n";
        files.put("course.yaml", COURSE.replace("sections:", media + "sections:"));

        CoursePackage course = read();
        MediaCredit credit = course.facts().credits().getFirst();

        assertThat(credit.path()).isEqualTo("media/plan.svg");
        assertThat(credit.licence()).isEqualTo("CC-BY-4.0");
        assertThat(credit.until()).contains(LocalDate.of(2028, 1, 31));
        assertThat(course.media()).containsKey(new Digest(credit.digest()));
        assertThat(ContentJson.toFacts(ContentJson.of(course.facts()))).isEqualTo(course.facts());
    }

    @Test
    void refuses_rights_in_a_file_that_is_not_there_or_is_named_twice_or_whose_source_nobody_knows() {
        for (String entry : List.of(
                "{files: [media/none.svg], licence: own-work, source: Us}",
                "{files: [media/plan.svg, media/plan.svg], licence: own-work, source: Us}",
                "{files: [media/plan.svg], licence: own-work}",
                "{files: [media/plan.svg], source: Us}",
                "{files: [words/en.yaml], licence: own-work, source: Us}")) {
            refuses(
                    "course.yaml:12",
                    "course.yaml",
                    COURSE.replace("sections:", "media:\n  - " + entry + "\nsections:"));
        }
    }

    @Test
    void refuses_what_a_question_lacks_in_the_first_language() {
        refuses("course.yaml:19", "words/en.yaml", ENGLISH.replace("      b: {text: The boss, feedback: No.}\n", ""));
    }

    @Test
    void refuses_media_that_are_not_what_they_say() {
        refuses("course.yaml:18", "media/plan.svg", "GIF89a");
    }

    @Test
    void refuses_aliases_that_could_grow_without_end() {
        refuses("words/de.yaml", "words/de.yaml", "title: &a [x]\nsummary: [*a, *a]\n");
    }

    @Test
    void refuses_paths_that_lead_elsewhere() {
        for (String path : List.of("../course.yaml", "/etc/passwd", "media\\x.svg", "media/../../x")) {
            assertThatExceptionOfType(Refusal.Invalid.class)
                    .isThrownBy(() -> CourseFiles.fromZip(zip(Map.of("course.yaml", COURSE, path, "x"))))
                    .satisfies(refusal -> assertThat(refusal.reason().key()).isEqualTo("content.package.bad-path"));
        }
    }

    @Test
    void refuses_what_grows_too_big_when_unpacked() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("media/bomb.svg"));
            for (int megabyte = 0; megabyte < 100; megabyte++) {
                zip.write(new byte[1024 * 1024]);
            }
        }

        assertThat(bytes.size()).isLessThan(1024 * 1024);
        assertThatExceptionOfType(Refusal.Invalid.class)
                .isThrownBy(() -> CourseFiles.fromZip(new ByteArrayInputStream(bytes.toByteArray())))
                .satisfies(refusal -> assertThat(refusal.reason().key()).isEqualTo("content.package.too-big"));
    }

    @Test
    void refuses_what_is_no_zip() {
        assertThatExceptionOfType(Refusal.Invalid.class)
                .isThrownBy(
                        () -> CourseFiles.fromZip(new ByteArrayInputStream("hello".getBytes(StandardCharsets.UTF_8))));
    }

    private CoursePackage read() {
        try {
            return CoursePackage.read(CourseFiles.fromZip(zip(files)));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void refuses(String place, String file, String content) {
        String before = files.put(file, content);
        assertThatExceptionOfType(Refusal.Invalid.class)
                .isThrownBy(this::read)
                .satisfies(refusal -> assertThat(refusal.place().orElseThrow()).startsWith(place));
        files.put(file, before);
    }

    private static ByteArrayInputStream zip(Map<String, String> files) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }
}
