package org.mangrove.i18n;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mangrove.i18n.Finding.Severity;

/** The lint finds each kind of mistake: here they are planted one by one. */
class MessageLintTest {

    private static final String PLACES = """
            # {places}: how many places are left.
            test.places = {places, plural, one {One place} other {# places}}
            """;

    @Test
    void finds_nothing_in_whole_messages() {
        assertThat(lint(PLACES, "de", "test.places = {places, plural, one {Ein Platz} other {# Plätze}}"))
                .isEmpty();
    }

    @Test
    void finds_a_slice_without_english() {
        assertThat(MessageLint.of("test", List.of(file("de", "test.a = A")), Set.of(), Map.of()))
                .singleElement()
                .satisfies(finding -> assertThat(finding.problem()).contains("English is the source"));
    }

    @Test
    void finds_a_key_without_english() {
        assertError(lint("test.a = A", "de", "test.a = A\ntest.b = B"), "test.b", "has no English");
    }

    @Test
    void finds_a_key_that_is_not_translated_where_all_must_be() {
        assertError(lint("test.a = A\ntest.b = B", "de", "test.a = A"), "test.b", "is not translated");
    }

    @Test
    void finds_a_language_that_is_wholly_absent() {
        var findings = MessageLint.of("test", List.of(file("en", "test.a = A")), Set.of(Locale.GERMAN), Map.of());

        assertError(findings, "", "There is no de.properties");
    }

    @Test
    void tells_how_much_is_untranslated_of_a_language_that_may_lag() {
        var findings = MessageLint.of(
                "test",
                List.of(file("en", "test.a = A\ntest.b = B\ntest.c = C\ntest.d = D"), file("fi", "test.a = A")),
                Set.of(Locale.ENGLISH),
                Map.of());

        assertThat(findings)
                .containsExactly(new Finding(Severity.WARNING, "fi.properties", "", "75 % is not translated"));
    }

    @Test
    void finds_other_arguments_than_the_english() {
        assertError(
                lint("# {name}: a name.\ntest.a = Hello {name}", "de", "test.a = Hallo {nome}"),
                "test.a",
                "has the arguments [nome], the English [name]");
    }

    @Test
    void finds_missing_plural_forms_of_arabic() {
        var findings = lint(PLACES, "ar", "test.places = {places, plural, one {واحد} two {اثنان} other {#}}");

        assertThat(findings)
                .extracting(Finding::severity, finding -> finding.problem().substring(0, 19))
                .containsExactlyInAnyOrder(
                        tuple(Severity.ERROR, "has no form \"zero\" "),
                        tuple(Severity.ERROR, "has no form \"few\" o"),
                        tuple(Severity.ERROR, "has no form \"many\" "));
    }

    @Test
    void takes_an_exact_number_for_a_form_that_means_nothing_else() {
        assertThat(lint(
                        PLACES,
                        "ar",
                        "test.places = {places, plural, =0 {لا} =1 {واحد} =2 {اثنان} few {#} many {#} other {#}}"))
                .isEmpty();
    }

    @Test
    void warns_of_a_form_for_millions_that_french_lacks() {
        assertThat(lint(PLACES, "fr", "test.places = {places, plural, one {Une place} other {# places}}"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
                    assertThat(finding.problem()).startsWith("has no form \"many\"");
                });
    }

    @Test
    void warns_of_a_form_that_is_never_chosen() {
        assertThat(lint(PLACES, "ja", "test.places = {places, plural, one {1} other {#}}"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.problem()).contains("never chosen"));
    }

    @Test
    void finds_a_missing_ordinal_form_within_another_choice() {
        assertError(lintEnglish("""
                        # {who}: learner or manager. {rank}: the place.
                        test.a = {who, select, learner {{rank, selectordinal, one {#st} two {#nd} other {#th}}} other {none}}
                        """), "test.a", "has no form \"few\" of {rank}");
    }

    @Test
    void finds_a_pattern_that_cannot_be_read() {
        assertError(lint("# {name}: a name.\ntest.a = {name}", "de", "test.a = {name"), "test.a", "cannot be read");
    }

    @Test
    void finds_html() {
        assertError(lintEnglish("test.a = A <b>bold</b> word"), "test.a", "holds HTML");
        assertError(lintEnglish("test.a = This &amp; that"), "test.a", "holds HTML");
        assertThat(lintEnglish("test.a = 3 < 5 & so on")).isEmpty();
    }

    @Test
    void finds_controls_for_directions() {
        assertError(lintEnglish("test.a = A \\u2068B\\u2069"), "test.a", "holds a control for directions");
    }

    @Test
    void finds_blanks_around_a_text_and_an_empty_text() {
        assertError(lintEnglish("test.a = A "), "test.a", "begins or ends with a blank");
        assertError(lintEnglish("test.a = \\ A"), "test.a", "begins or ends with a blank");
        assertError(lintEnglish("test.a ="), "test.a", "says nothing");
    }

    @Test
    void finds_a_key_of_another_slice_and_a_key_of_another_shape() {
        assertError(lintEnglish("other.a = A"), "other.a", "is not named");
        assertError(lintEnglish("test.camelCase = A"), "test.camelCase", "is not named");
    }

    @Test
    void finds_a_key_twice() {
        assertError(lintEnglish("test.a = A\ntest.b = B\ntest.a = C"), "test.a", "twice");
    }

    @Test
    void finds_an_argument_that_no_comment_explains() {
        assertError(lintEnglish("# A greeting.\ntest.a = Hello {name}"), "test.a", "what {name} is");
        assertError(lintEnglish("# {name}: a name.\n\ntest.a = Hello {name}"), "test.a", "what {name} is");
    }

    @Test
    void takes_an_explanation_for_the_messages_below_it_up_to_an_empty_line() {
        assertThat(lintEnglish("# {name}: a name.\ntest.a = Hello {name}\ntest.b = Goodbye {name}"))
                .isEmpty();
        assertError(
                lintEnglish("# {name}: a name.\ntest.a = Hello {name}\n\ntest.b = Goodbye {name}"),
                "test.b",
                "what {name} is");
    }

    @Test
    void finds_a_date_formatted_by_the_pattern_instead_of_the_tenants_calendar() {
        assertError(lintEnglish("# {due}: a day.\ntest.a = Due {due, date, long}"), "test.a", "asks for \"date\"");
    }

    @Test
    void finds_a_word_that_the_glossary_avoids() {
        var glossary = Glossary.parse(
                Locale.GERMAN, "term,translation,avoided,note\nemployee,Mitarbeitende,Mitarbeiter|dein,neutral\n");
        var findings = MessageLint.of(
                "test",
                List.of(
                        file("en", "test.a = A\ntest.b = B\ntest.c = C"),
                        file("de", "test.a = Alle Mitarbeiter\ntest.b = Mitarbeitende\ntest.c = Ist dies Dein Kurs?")),
                Set.of(),
                Map.of("de", glossary));

        assertThat(findings).extracting(Finding::key).containsExactly("test.a", "test.c");
        assertThat(findings.getFirst().problem())
                .isEqualTo("\"Mitarbeiter\" is not said; for \"employee\" say \"Mitarbeitende\" (neutral)");
    }

    @Test
    void finds_a_japanese_word_in_the_midst_of_others() {
        var glossary = Glossary.parse(Locale.JAPANESE, "term,translation,avoided,note\nis,です,である。,\n");

        assertThat(glossary.complaints("これは試験である。")).hasSize(1);
        assertThat(glossary.complaints("これは試験です。")).isEmpty();
    }

    @Test
    void finds_what_the_code_says_without_words_and_what_nobody_says() {
        var use = new MessageUse(new TreeMap<>(), new HashSet<>(), new HashSet<>());
        use.add("A.java", """
                throw new Conflict(Message.of("test.said").with("x", 1));
                Message.of("test.without-words");
                Message.of("test.state." + state);
                var later = "test.on-its-way";
                """);
        use.add("a.jte", "${page.say(\"test.in-page\")} <title>${page.text(\"test.title\", \"a\", 1)}</title>");
        var english = file(
                "en", "test.said = 1\ntest.state.open = 2\ntest.on-its-way = 3\ntest.in-page = 4\ntest.unused = 5");

        var findings = MessageLint.of(english, use);

        assertThat(findings)
                .containsExactly(
                        new Finding(Severity.ERROR, "A.java", "test.without-words", "is said, and has no words"),
                        new Finding(Severity.ERROR, "a.jte", "test.title", "is said, and has no words"),
                        new Finding(Severity.ERROR, "en.properties", "test.unused", "is said nowhere"));
    }

    @Test
    void looks_after_a_plugin_in_the_same_way(@TempDir Path home) throws IOException {
        Path plugin = home.resolve("ke-safety");
        write(plugin.resolve("src/main/resources/messages/en.properties"), "ke-safety.a = A\nlearning.b = B\n");
        write(
                plugin.resolve("src/main/java/A.java"),
                "Message.of(\"ke-safety.a\"); Message.of(\"ke-safety.gone\"); Message.of(\"learning.b\");");

        assertThat(MessageLint.ofPlugin(plugin, Set.of(Locale.ENGLISH)))
                .extracting(Finding::key, Finding::problem)
                .containsExactly(
                        tuple("ke-safety.gone", "is said, and has no words"),
                        tuple("learning.b", "is not named ke-safety.thing.what-it-says"));
    }

    @Test
    void reads_the_project_as_it_lies_on_the_disk(@TempDir Path root) throws IOException {
        write(root.resolve("i18n/messages/test/en.properties"), "test.a = A\n");
        write(root.resolve("i18n/messages/test/de.properties"), "test.a = Einloggen\n");
        write(root.resolve("i18n/glossary/de.csv"), "term,translation,avoided,note\nsign in,anmelden,einloggen,\n");
        write(root.resolve("platform/core/src/main/jte/test/a.jte"), "${page.say(\"test.a\")}");
        write(root.resolve("platform/core/src/test/java/ATest.java"), "Message.of(\"test.only-in-a-test\")");

        assertThat(MessageLint.ofPlatform(root, Set.of(Locale.ENGLISH, Locale.GERMAN)))
                .extracting(Finding::problem)
                .containsExactly("\"einloggen\" is not said; for \"sign in\" say \"anmelden\"");
    }

    private static void write(Path file, String content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private static List<Finding> lint(String english, String tag, String translated) {
        return MessageLint.of(
                "test",
                List.of(file("en", english), file(tag, translated)),
                Set.of(Locale.ENGLISH, Locale.forLanguageTag(tag)),
                new HashMap<>());
    }

    private static List<Finding> lintEnglish(String english) {
        return MessageLint.of("test", List.of(file("en", english)), Set.of(Locale.ENGLISH), Map.of());
    }

    private static MessageFile file(String tag, String content) {
        return MessageFile.parse(tag + ".properties", Locale.forLanguageTag(tag), content);
    }

    private static void assertError(List<Finding> findings, String key, String problem) {
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.ERROR);
            assertThat(finding.key()).isEqualTo(key);
            assertThat(finding.problem()).contains(problem);
        });
    }
}
