package org.mangrove.core.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.lineage.Block;
import org.mangrove.core.lineage.BlockKind;
import org.mangrove.core.lineage.Change;
import org.mangrove.core.lineage.ChangeClass;
import org.mangrove.core.lineage.Field;
import org.mangrove.core.refusal.Refusal;

/** Tables, code, accordions, sounds, files, and what must be seen of a picture. */
class ContentBlocksTest {

    private static final String HEAD = """
            course: fire-safety
            category: safety
            minutes: 20
            objective: leave-the-building
            owner: safety
            steward: design
            review-due: 2027-09-30
            passing: 80
            languages: [en, de]
            sections:
              - id: alarm
                blocks:
            """;

    private static final String STRUCTURE = """
            - {id: numbers, kind: table, rows: [head, uk, de], columns: [where, call], heads: both}
            - id: script
              kind: code
              syntax: bash
              code: |2

                  if alarm; then
                leave
                  fi
            - {id: greeting, kind: code}
            - {id: doubts, kind: accordion, parts: [smoke, lift]}
            - {id: bell, kind: audio, media: media/bell.ogg, captions: {en: media/bell.vtt}}
            - {id: sheet, kind: file, media: media/sheet.csv, name: Drill (2026).csv}
            - {id: exit, kind: image, media: media/exit.svg, focus: [20, 100]}
            """;

    private static final String WORDS = """
            title: Fire safety
            summary: What to do when it burns
            blocks:
              numbers:
                caption: Whom to call
                cells:
                  head: {call: Number}
                  uk: {where: Britain, call: "999"}
                  de: {where: Germany}
              greeting: {code: "  echo hello"}
              doubts:
                parts:
                  smoke: {title: Smoke, body: Stay **low**.}
                  lift: {title: Lift, body: Never.}
              bell: {title: The bell, transcript: Three long rings.}
              sheet: {title: Drill sheet, description: For the warden.}
              exit: {alt: The way out}
            """;

    private static final Map<String, byte[]> MEDIA = Map.of(
            "media/bell.ogg", bytes("OggS................OpusHead"),
            "media/bell.vtt", bytes("WEBVTT\n"),
            "media/sheet.csv", bytes("Floor,Left at\n"),
            "media/exit.svg", bytes("<svg xmlns='http://www.w3.org/2000/svg'/>"),
            "media/pdf.csv", bytes("%PDF-\u0000"));

    @Test
    void each_is_read_with_what_it_says_in_no_language_and_in_each() {
        CoursePackage course = read(STRUCTURE, WORDS);

        assertThat(block(course, "numbers").fields())
                .containsEntry("heads", Field.neutral("both"))
                .containsEntry("rows", Field.ids(List.of("head", "uk", "de")))
                .containsEntry("cells.uk.call", both("999"));
        assertThat(block(course, "script").fields())
                .containsEntry("code", Field.neutral("  if alarm; then\nleave\n  fi"))
                .containsEntry("syntax", Field.neutral("bash"));
        assertThat(block(course, "greeting").fields()).containsEntry("code", both("  echo hello"));
        assertThat(block(course, "doubts").fields()).containsEntry("parts.smoke.body", both("Stay **low**."));
        assertThat(block(course, "bell").fields())
                .containsEntry(
                        "media",
                        Field.neutral(Digest.of(MEDIA.get("media/bell.ogg")).hex()));
        assertThat(block(course, "sheet").fields()).containsEntry("name", Field.neutral("Drill (2026).csv"));
        assertThat(block(course, "exit").fields()).containsEntry("focus", Field.neutral("20 100"));
    }

    @Test
    void what_is_written_and_read_again_has_the_same_digest() {
        CoursePackage course = read(STRUCTURE, WORDS);

        CoursePackage again = throughAZip(course);

        assertThat(again.blocks()).isEqualTo(course.blocks());
        assertThat(digestOf(again)).isEqualTo(digestOf(course));
    }

    @Test
    void a_file_is_called_as_in_the_package_if_nothing_else_is_said() {
        CoursePackage course = read("- {id: sheet, kind: file, media: media/sheet.csv}", """
                title: A
                summary: B
                blocks:
                  sheet: {title: Sheet, description: For the warden.}
                """);

        assertThat(block(course, "sheet").find("name")).contains(Field.neutral("sheet.csv"));
        assertThat(digestOf(throughAZip(course))).isEqualTo(digestOf(course));
    }

    @Test
    void a_reader_gets_rows_columns_parts_and_code_in_the_order_in_which_they_are_listed() {
        CoursePackage course = read(STRUCTURE, WORDS);

        EffectiveBlock table = EffectiveBlock.of(block(course, "numbers"), List.of(Locale.GERMAN), List.of());
        EffectiveBlock doubts = EffectiveBlock.of(block(course, "doubts"), List.of(Locale.GERMAN), List.of());
        EffectiveBlock script = EffectiveBlock.of(block(course, "script"), List.of(Locale.GERMAN), List.of());
        EffectiveBlock exit = EffectiveBlock.of(block(course, "exit"), List.of(Locale.GERMAN), List.of());

        assertThat(table.table().rows()).containsExactly("head", "uk", "de");
        assertThat(table.table().headsColumn("head")).isTrue();
        assertThat(table.table().headsRow("where")).isTrue();
        assertThat(table.table().headsRow("call")).isFalse();
        assertThat(doubts.parts().stream().map(EffectiveBlock.Part::id)).containsExactly("smoke", "lift");
        assertThat(script.code().text()).startsWith("  if");
        assertThat(exit.focus().map(FocalPoint::classes)).contains("focus-across-20 focus-down-100");
    }

    @Test
    void texts_come_in_the_order_of_rows_and_parts_wherever_they_were_moved() {
        Block doubts = block(read(STRUCTURE, WORDS), "doubts").with("parts", Field.ids(List.of("lift", "smoke")));

        assertThat(doubts.fields().keySet().stream()
                        .filter(path -> path.startsWith("parts."))
                        .sorted(CourseFields.readingOrder(doubts)))
                .containsExactly("parts.lift.title", "parts.lift.body", "parts.smoke.title", "parts.smoke.body");
    }

    @Test
    void a_market_changes_one_cell_and_the_others_stay_the_masters() {
        CoursePackage course = read(STRUCTURE, WORDS, Map.of("overlays/acme-de.yaml", """
                space: acme-de
                changes:
                  - operation: set
                    block: numbers
                    field: cells.de.call
                    words: {de: "112", en: "112"}
                    reason: The number here
                """));

        assertThat(course.overlays().get("acme-de"))
                .singleElement()
                .satisfies(adaptation -> assertThat(adaptation.change())
                        .isEqualTo(new Change.Set("numbers", "cells.de.call", both("112"))));
    }

    @Test
    void what_makes_no_sense_is_refused_where_it_stands() {
        refuses("- {id: t, kind: table, rows: [a, b], columns: [c], heads: row}", "block-not-whole.table");
        refuses("- {id: t, kind: table, rows: [a, a], columns: [c, d], heads: row}", "block-not-whole.table");
        refuses("- {id: t, kind: table, rows: [a, b], columns: [c, d]}", "block-not-whole.table");
        refuses("- {id: t, kind: table, rows: [a, b], columns: [c, d], heads: none}", "wrong-value");
        refuses(
                "- {id: t, kind: table, columns: [c, d], heads: row, rows: ["
                        + IntStream.rangeClosed(0, TableFields.MOST_ROWS)
                                .mapToObj(row -> "r" + row)
                                .collect(Collectors.joining(","))
                        + "]}",
                "too-many");
        refuses("- {id: t, kind: code, code: ' '}", "name-missing");
        refuses("- {id: t, kind: code, code: x, syntax: '<b>'}", "wrong-value");
        refuses("- {id: t, kind: accordion, parts: []}", "block-not-whole.accordion");
        refuses("- {id: t, kind: audio}", "block-not-whole.audio");
        refuses("- {id: t, kind: audio, media: media/sheet.csv}", "media-kind");
        refuses("- {id: t, kind: file, media: media/exit.svg}", "media-kind");
        refuses("- {id: t, kind: file, media: media/pdf.csv}", "media-type");
        refuses("- {id: t, kind: file, media: media/sheet.csv, name: sheet.exe}", "wrong-value");
        refuses("- {id: t, kind: file, media: media/sheet.csv, name: ../sheet.csv}", "wrong-value");
        refuses("- {id: t, kind: image, media: media/sheet.csv}", "media-kind");
        refuses("- {id: t, kind: image, media: media/exit.svg, focus: [101, 0]}", "wrong-value");
        refuses("- {id: t, kind: image, media: media/exit.svg, focus: [50]}", "content.package.focus");
        refuses("- {id: t, kind: text, rows: [a, b]}", "not-of-this-kind");
    }

    @Test
    void words_that_nobody_would_see_or_that_are_missing_are_refused() {
        refuses(STRUCTURE, WORDS.replace("uk: {where", "fr: {where"), "words-of-nothing");
        refuses(STRUCTURE, WORDS.replace("lift: {title", "stairs: {title"), "words-of-nothing");
        refuses(STRUCTURE, WORDS.replace("caption: Whom to call", "heading: Whom to call"), "words-missing");
        refuses(STRUCTURE, WORDS.replace("head: {call: Number}", "head: {}"), "words-missing");
        refuses(STRUCTURE, WORDS.replace("transcript: Three long rings.", "caption: Rings."), "words-missing");
        refuses(STRUCTURE, WORDS.replace("greeting: {code", "script: {code"), "code-twice");
    }

    @Property(tries = 200)
    void any_table_and_any_code_come_back_as_they_were(
            @ForAll("cells") List<String> cells, @ForAll("codes") String everywhere, @ForAll("codes") String german) {
        var fields = new TreeMap<String, Field>(Map.of(
                "rows", Field.ids(List.of("head", "first")),
                "columns", Field.ids(List.of("a", "b")),
                "heads", Field.neutral("row"),
                "caption", both("A table")));
        List<String> paths = TableFields.of(fields).paths();
        for (int at = 0; at < paths.size(); at++) {
            fields.put(paths.get(at), both(cells.get(at)));
        }
        var course = new CoursePackage(
                SampleCourse.FACTS,
                ChangeClass.MINOR,
                Optional.empty(),
                List.of(
                        new Block(
                                Block.COURSE_ID,
                                BlockKind.COURSE,
                                new TreeMap<>(Map.of("title", both("T"), "summary", both("S")))),
                        new Block("section.one", BlockKind.SECTION, new TreeMap<>(Map.of("title", both("One")))),
                        new Block("table", BlockKind.TABLE, fields),
                        new Block("code", BlockKind.CODE, new TreeMap<>(Map.of("code", Field.neutral(everywhere)))),
                        new Block(
                                "each",
                                BlockKind.CODE,
                                new TreeMap<>(Map.of("code", Field.words(Map.of("en", everywhere, "de", german)))))),
                new TreeMap<>(),
                new TreeMap<>());

        CoursePackage again = throughAZip(course);

        assertThat(again.blocks()).isEqualTo(course.blocks());
        assertThat(digestOf(again)).isEqualTo(digestOf(course));
    }

    @Provide
    Arbitrary<List<String>> cells() {
        return Arbitraries.of("1", "yes", "# no head", "a | b", "=1+1", "ب", "重要", "- x", "{", "'", "a\nb")
                .list()
                .ofSize(4);
    }

    @Provide
    Arbitrary<String> codes() {
        return Arbitraries.of("  ", "\t", "\n", "x", "\"", "'", "# a", ": ", "<b>", "\\", "{", "%", "ب", "---")
                .list()
                .ofMinSize(1)
                .ofMaxSize(14)
                .map(parts -> CodeText.withoutEmptyEdges(String.join("", parts)))
                .filter(text -> !text.isBlank());
    }

    private static void refuses(String structure, String reason) {
        refuses(structure, "title: A\nsummary: B\n", reason);
    }

    private static void refuses(String structure, String words, String reason) {
        assertThatExceptionOfType(Refusal.Invalid.class)
                .as(structure)
                .isThrownBy(() -> read(structure, words))
                .satisfies(wrong -> {
                    assertThat(wrong.reason().key()).endsWith(reason);
                    assertThat(wrong.place().orElse("")).contains(".yaml:");
                });
    }

    private static Block block(CoursePackage course, String id) {
        return course.blocks().stream()
                .filter(block -> block.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static CoursePackage read(String structure, String words) {
        return read(structure, words, Map.of());
    }

    private static CoursePackage read(String structure, String words, Map<String, String> more) {
        var files = new TreeMap<>(MEDIA);
        String section = words.contains("blocks:") ? "sections:\n  alarm: {title: Alarm}\n" : "";
        files.put("course.yaml", bytes(HEAD + structure.indent(6)));
        files.put("words/en.yaml", bytes(section + words));
        files.put("words/de.yaml", bytes(section + words));
        more.forEach((path, text) -> files.put(path, bytes(text)));
        return CoursePackage.read(new CourseFiles(files));
    }

    private static CoursePackage throughAZip(CoursePackage course) {
        var bytes = new HashMap<Digest, byte[]>();
        course.media().forEach((digest, file) -> bytes.put(digest, file.bytes()));
        var writer = new PackageWriter(
                course.facts(),
                course.change(),
                new ArrayList<>(course.blocks()),
                digest -> course.media().get(digest).type());
        return CoursePackage.read(CourseFiles.fromZip(new ByteArrayInputStream(writer.zip(bytes))));
    }

    private static Digest digestOf(CoursePackage course) {
        return AssetVersion.of(course.facts(), 1, ChangeClass.MAJOR, Instant.EPOCH, course.blocks())
                .digest();
    }

    private static Field both(String text) {
        return Field.words(Map.of("en", text, "de", text));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
