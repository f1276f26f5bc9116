package org.mangrove.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the demonstration's courses owe to the people who take them. */
class DemonstrationCoursesTest {

    private static final String ALL = "org.mangrove.demonstration.WrittenCourse#all";
    private static final String ACME = "org.mangrove.demonstration.WrittenCourse#ofAcme";

    private static final Map<String, Set<String>> FIELDS = Map.ofEntries(
            Map.entry("text", Set.of("body")),
            Map.entry("image", Set.of("alt", "caption")),
            Map.entry("video", Set.of("title", "transcript")),
            Map.entry("callout", Set.of("title", "body")),
            Map.entry("table", Set.of("caption")),
            Map.entry("accordion", Set.of("heading")),
            Map.entry("file", Set.of("title", "description")),
            Map.entry("single", Set.of("prompt", "explanation")),
            Map.entry("multiple", Set.of("prompt", "explanation")),
            Map.entry("order", Set.of("prompt", "feedback", "explanation")),
            Map.entry("short", Set.of("prompt", "accepted", "feedback", "explanation", "hint")),
            Map.entry("match", Set.of("prompt", "feedback", "explanation")),
            Map.entry("number", Set.of("prompt", "unit", "low", "high", "explanation", "hint")),
            Map.entry("hotspot", Set.of("prompt", "alt", "feedback", "explanation")),
            Map.entry("scenario", Set.of("prompt", "explanation")));

    /** What a space speaks: a market its own language and English, a region the languages of its markets. */
    private static final Map<String, Set<String>> LANGUAGES_OF_SPACE = Map.of(
            "acme-de",
            Set.of("de", "en"),
            "acme-sa",
            Set.of("ar", "en"),
            "acme-jp",
            Set.of("ja", "en"),
            "emea",
            Set.of("en", "de", "ar"));

    private static final Pattern CUE =
            Pattern.compile("(\\d\\d:\\d\\d:\\d\\d\\.\\d{3}) --> (\\d\\d:\\d\\d:\\d\\d\\.\\d{3})");

    private static final Pattern ADDRESS = Pattern.compile("https?://\\S+");

    @ParameterizedTest
    @MethodSource(ALL)
    void says_everything_in_every_language(WrittenCourse course) {
        for (String language : course.languages()) {
            assertThat(course.words(language).keySet())
                    .as(language)
                    .isEqualTo(course.words("en").keySet());
            assertThat(course.words(language).values()).as(language).noneMatch(String::isBlank);
        }
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void has_the_words_that_each_kind_of_block_needs_and_no_others(WrittenCourse course) {
        var expected = new TreeSet<>(Set.of("title", "summary"));
        WrittenCourse.maps(course.structure().get("sections"))
                .forEach(section -> expected.add("sections." + section.get("id") + ".title"));
        for (Map<?, ?> block : course.blocks()) {
            String path = "blocks." + block.get("id") + ".";
            FIELDS.get(block.get("kind")).forEach(field -> expected.add(path + field));
            if (block.get("kind").equals("text")) {
                expected.add(path + "heading");
            }
            ids(block, "options").forEach(option -> {
                expected.add(path + "options." + option + ".text");
                expected.add(path + "options." + option + ".feedback");
            });
            ids(block, "parts")
                    .forEach(part -> expected.addAll(
                            List.of(path + "parts." + part + ".title", path + "parts." + part + ".body")));
            ids(block, "rows")
                    .forEach(row -> ids(block, "columns")
                            .forEach(column -> expected.add(path + "cells." + row + "." + column)));
            ids(block, "items").forEach(item -> expected.add(path + "items." + item));
            ids(block, "targets").forEach(target -> expected.add(path + "targets." + target));
            scenes(block).forEach(scene -> {
                String place = path + "scenes." + scene.get("id") + ".";
                expected.add(place + "text");
                choices(scene).forEach(choice -> {
                    expected.add(place + "choices." + choice.get("id") + ".text");
                    expected.add(place + "choices." + choice.get("id") + ".feedback");
                });
            });
        }

        assertThat(course.words("en").keySet()).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource(ACME)
    void asks_twelve_questions_in_every_way_and_teaches_with_at_least_six_kinds_of_block(WrittenCourse course) {
        assertThat(course.questions()).hasSize(12);
        assertThat(course.questions().stream().map(question -> text(question, "kind")))
                .contains("single", "multiple", "order", "short");
        assertThat(course.blocks().stream().map(block -> text(block, "kind")).distinct())
                .hasSizeGreaterThanOrEqualTo(6);
        assertThat(course.blocks().stream().map(block -> text(block, "id"))).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void offers_answers_of_which_some_are_right_and_some_are_wrong(WrittenCourse course) {
        for (Map<?, ?> question : course.questions()) {
            assertAnswerable(
                    question.get("id"), question.get("kind"), ids(question, "options"), ids(question, "correct"));
            if (question.get("kind").equals("order")) {
                assertThat(ids(question, "items")).hasSizeGreaterThan(2).doesNotHaveDuplicates();
            }
        }
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void explains_each_wrong_answer_in_its_own_way(WrittenCourse course) {
        for (String language : course.languages()) {
            SortedMap<String, String> words = course.words(language);
            for (Map<?, ?> question : course.questions()) {
                List<String> feedback = ids(question, "options").stream()
                        .map(option -> words.get("blocks." + question.get("id") + ".options." + option + ".feedback"))
                        .toList();
                assertThat(feedback).as("%s %s", language, question.get("id")).doesNotHaveDuplicates();
                assertThat(wrong(question)
                                .map(option ->
                                        feedback.get(ids(question, "options").indexOf(option))))
                        .as("%s %s", language, question.get("id"))
                        .allMatch(text -> text.codePointCount(0, text.length()) >= 25);
            }
        }
    }

    @Test
    void shows_every_kind_of_question_somewhere() {
        assertThat(WrittenCourse.all()
                        .flatMap(course -> course.questions().stream())
                        .map(question -> text(question, "kind")))
                .contains("single", "multiple", "order", "short", "match", "number", "hotspot", "scenario");
    }

    @ParameterizedTest
    @MethodSource(ACME)
    void takes_about_twenty_minutes_to_read_and_answer(WrittenCourse course) {
        long words = course.words("en").entrySet().stream()
                .filter(entry -> !entry.getKey().endsWith(".feedback")
                        && !entry.getKey().endsWith(".hint")
                        && !entry.getKey().endsWith(".accepted"))
                .mapToLong(entry -> entry.getValue().split("\\s+").length)
                .sum();

        assertThat(words).isBetween(1_800L, 2_300L);
        assertThat(course.structure().get("minutes")).isEqualTo(20);
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void leaves_no_sentence_untranslated(WrittenCourse course) {
        for (String language : course.languages()) {
            if (language.equals("en")) {
                continue;
            }
            course.words(language).forEach((path, text) -> {
                if (!path.endsWith(".accepted")) {
                    assertThat(text)
                            .as("%s %s", language, path)
                            .isNotEqualTo(course.words("en").get(path));
                    assertInScript(language, path, text);
                }
            });
        }
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void brings_exactly_the_media_that_it_shows_and_keeps_them_small(WrittenCourse course) throws IOException {
        var shown = new TreeSet<String>();
        for (Map<?, ?> block : course.blocks()) {
            Stream.of("media", "poster")
                    .filter(block::containsKey)
                    .forEach(name -> shown.add(String.valueOf(block.get(name))));
            if (block.get("captions") instanceof Map<?, ?> captions) {
                assertThat(captions.keySet().stream().map(String::valueOf))
                        .containsExactlyInAnyOrderElementsOf(course.languages());
                captions.values().forEach(file -> shown.add(String.valueOf(file)));
            }
        }

        assertThat(course.media().stream().map(file -> "media/" + file.getFileName()))
                .containsExactlyInAnyOrderElementsOf(shown);
        for (Path file : course.media()) {
            switch (ending(file)) {
                case "svg" -> {
                    assertThat(file).content().startsWith("<svg ").doesNotContain("<text", "<script", "href", "onload");
                    assertThat(Files.size(file)).as(file.toString()).isLessThan(15_000);
                }
                case "webm" -> {
                    assertThat(Files.readAllBytes(file)).startsWith(0x1a, 0x45, 0xdf, 0xa3);
                    assertThat(Files.size(file)).as(file.toString()).isLessThanOrEqualTo(400_000);
                }
                case "csv" -> assertThat(file).content().doesNotContainPattern("(?m)(^|,)\"?[=+@-]");
                case "vtt" -> assertThat(Files.size(file)).isLessThan(5_000);
                default ->
                    assertThat(file).as("a kind of file that no block shows").doesNotExist();
            }
        }
    }

    @ParameterizedTest
    @MethodSource(ACME)
    void captions_its_film_at_the_same_moments_in_every_language(WrittenCourse course) throws IOException {
        for (Map<?, ?> block : course.blocks()) {
            if (!(block.get("captions") instanceof Map<?, ?> captions)) {
                continue;
            }
            var moments = new HashMap<String, List<String>>();
            for (var caption : captions.entrySet()) {
                String language = String.valueOf(caption.getKey());
                String text = Files.readString(course.folder().resolve(String.valueOf(caption.getValue())));
                moments.put(language, cues(text));
                for (String cue : text.split("\n\n")) {
                    if (!cue.strip().equals("WEBVTT")) {
                        assertInScript(language, course.key(), cue.substring(cue.lastIndexOf(" --> ") + 17));
                    }
                }
            }
            assertThat(new HashSet<>(moments.values()))
                    .as("moments of " + block.get("id"))
                    .hasSize(1);
            assertThat(moments.get("en")).hasSizeGreaterThanOrEqualTo(4);
        }
    }

    @ParameterizedTest
    @MethodSource(ACME)
    void is_adapted_by_each_market_where_it_exists_and_in_its_languages(WrittenCourse course) {
        assertThat(course.overlays().stream().map(file -> file.getFileName().toString()))
                .contains("acme-de.yaml", "acme-jp.yaml", "acme-sa.yaml");
        SortedMap<String, String> words = course.words("en");
        for (Path file : course.overlays()) {
            Map<?, ?> overlay = WrittenCourse.yaml(file);
            Set<String> languages = LANGUAGES_OF_SPACE.get(overlay.get("space"));
            for (Map<?, ?> change : WrittenCourse.maps(overlay.get("changes"))) {
                String block = String.valueOf(change.get("block"));
                assertThat(course.blocks().stream().map(one -> text(one, "id")))
                        .as(file + "")
                        .contains(block);
                assertThat(String.valueOf(change.get("reason"))).as(block).hasSizeGreaterThan(20);
                if (!(change.get("words") instanceof Map<?, ?> said)) {
                    continue;
                }
                assertThat(said.keySet().stream().map(String::valueOf))
                        .as(block)
                        .containsExactlyInAnyOrderElementsOf(languages);
                var paths = new HashSet<Set<String>>();
                said.forEach((language, texts) -> {
                    SortedMap<String, String> flat = WrittenCourse.flat((Map<?, ?>) texts);
                    paths.add(flat.keySet());
                    flat.forEach((path, text) -> assertInScript(String.valueOf(language), block + "." + path, text));
                    if (change.get("operation").equals("SET")) {
                        assertThat(words.keySet())
                                .as(file + " " + block)
                                .containsAll(flat.keySet().stream()
                                        .map(path -> "blocks." + block + "." + path)
                                        .toList());
                    }
                });
                assertThat(paths)
                        .as("the same fields of %s in both languages", block)
                        .hasSize(1);
            }
        }
    }

    @ParameterizedTest
    @MethodSource(ACME)
    void has_another_right_answer_in_each_market_with_every_option_written_anew(WrittenCourse course) {
        for (Path file : course.overlays().stream()
                .filter(overlay -> overlay.getFileName().toString().startsWith("acme-"))
                .toList()) {
            List<Map<?, ?>> changes =
                    WrittenCourse.maps(WrittenCourse.yaml(file).get("changes"));
            List<Map<?, ?>> answers = changes.stream()
                    .filter(change -> "correct".equals(change.get("field")))
                    .toList();
            assertThat(answers).as(file.toString()).isNotEmpty();
            for (Map<?, ?> answer : answers) {
                Map<?, ?> question = course.questions().stream()
                        .filter(one -> one.get("id").equals(answer.get("block")))
                        .findFirst()
                        .orElseThrow();
                List<String> right = WrittenCourse.texts(answer.get("value"));
                assertAnswerable(question.get("id"), question.get("kind"), ids(question, "options"), right);
                assertThat(right).as(file + " " + question.get("id")).isNotEqualTo(ids(question, "correct"));
                Map<?, ?> said = changes.stream()
                        .filter(change -> change.get("block").equals(answer.get("block")))
                        .filter(change -> change.get("words") instanceof Map<?, ?>)
                        .map(change -> (Map<?, ?>) change.get("words"))
                        .findFirst()
                        .orElseThrow();
                said.forEach((language, texts) -> {
                    SortedMap<String, String> flat = WrittenCourse.flat((Map<?, ?>) texts);
                    assertThat(flat).containsKeys("prompt", "explanation");
                    List<String> feedback = ids(question, "options").stream()
                            .map(option -> flat.getOrDefault("options." + option + ".feedback", ""))
                            .toList();
                    assertThat(feedback).as("%s %s", file, language).noneMatch(String::isBlank);
                    assertThat(feedback).as("%s %s", file, language).doesNotHaveDuplicates();
                });
            }
        }
    }

    @Test
    void leaves_law_to_be_confirmed_by_a_lawyer() {
        List<Map<?, ?>> changes = WrittenCourse.ofAcme()
                .flatMap(course -> course.overlays().stream())
                .flatMap(file -> WrittenCourse.maps(WrittenCourse.yaml(file).get("changes")).stream())
                .filter(change -> change.containsKey("legal-reference"))
                .filter(change -> change.containsKey("words"))
                .toList();

        assertThat(changes).isNotEmpty().allMatch(change -> change.containsKey("confirm"));
    }

    private static void assertAnswerable(Object question, Object kind, List<String> options, List<String> correct) {
        if (kind.equals("single") || kind.equals("multiple")) {
            assertThat(options)
                    .as("options of " + question)
                    .hasSizeGreaterThan(2)
                    .doesNotHaveDuplicates();
            assertThat(options).as("options of " + question).containsAll(correct);
            assertThat(correct).as("right answers of " + question).hasSizeBetween(1, options.size() - 1);
            assertThat(correct.size() == 1)
                    .as("one right answer of " + question)
                    .isEqualTo(kind.equals("single"));
        }
    }

    /** At least half of the letters outside web addresses are of the language's script, and punctuation is too. */
    private static void assertInScript(String language, String path, String text) {
        List<Character.UnicodeScript> scripts = switch (language) {
            case "ar" -> List.of(Character.UnicodeScript.ARABIC);
            case "ja" ->
                List.of(
                        Character.UnicodeScript.HAN,
                        Character.UnicodeScript.HIRAGANA,
                        Character.UnicodeScript.KATAKANA);
            default -> List.of(Character.UnicodeScript.LATIN);
        };
        List<Integer> letters = ADDRESS.matcher(text)
                .replaceAll("")
                .codePoints()
                .filter(Character::isLetter)
                .boxed()
                .toList();
        long own = letters.stream()
                .filter(letter -> scripts.contains(Character.UnicodeScript.of(letter)))
                .count();
        assertThat(2 * own).as("%s %s: %s", language, path, text).isGreaterThanOrEqualTo(letters.size());
        if (language.equals("ar")) {
            assertThat(text).as(path).doesNotContainPattern("\\p{IsArabic}\\s?[,;?]");
        }
        if (language.equals("ja")) {
            assertThat(text).as(path).doesNotContainPattern("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}][,.?!]");
        }
    }

    private static List<String> cues(String captions) {
        assertThat(captions).startsWith("WEBVTT\n\n");
        var moments = new ArrayList<String>();
        var ends = new ArrayList<>(List.of(LocalTime.MIDNIGHT));
        CUE.matcher(captions).results().forEach(cue -> {
            LocalTime from = LocalTime.parse(cue.group(1));
            LocalTime to = LocalTime.parse(cue.group(2));
            assertThat(from).isBefore(to).isAfterOrEqualTo(ends.getLast());
            ends.add(to);
            moments.add(cue.group());
        });
        assertThat(ends.getLast()).isBetween(LocalTime.of(0, 0, 20), LocalTime.of(0, 0, 40));
        return moments;
    }

    private static List<Map<?, ?>> scenes(Map<?, ?> block) {
        return block.containsKey("scenes") ? WrittenCourse.maps(block.get("scenes")) : List.of();
    }

    private static List<Map<?, ?>> choices(Map<?, ?> scene) {
        return scene.containsKey("choices") ? WrittenCourse.maps(scene.get("choices")) : List.of();
    }

    private static Stream<String> wrong(Map<?, ?> question) {
        return ids(question, "options").stream()
                .filter(option -> !ids(question, "correct").contains(option));
    }

    private static List<String> ids(Map<?, ?> block, String name) {
        return block.containsKey(name) ? WrittenCourse.texts(block.get(name)) : List.of();
    }

    private static String text(Map<?, ?> block, String name) {
        return String.valueOf(block.get(name));
    }

    private static String ending(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
