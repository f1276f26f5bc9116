package org.mangrove.core.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mangrove.sdk.Message;

class WrittenFactsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 1);
    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH);
    private static final Map<String, String> SAID = Map.of(
            "key", "washing-hands",
            "category", "care",
            "minutes", "5",
            "objective", "wash hands",
            "owner", "Hygiene",
            "steward", "Hygiene",
            "reviewDue", "2027-11-01");

    @Test
    void what_is_said_comes_back_as_it_was_said() {
        Map<String, String> all = with(Map.of(
                "passing", "70",
                "certificate", "12",
                "textLicence", "CC-BY-4.0",
                "textSource", "Nurses' press",
                "textUntil", "2027-03-31"));

        CourseFacts facts = WrittenFacts.of(all, LANGUAGES, TODAY).facts().orElseThrow();

        assertThat(facts.textCredit())
                .contains(new TextCredit("CC-BY-4.0", "Nurses' press", Optional.of(LocalDate.of(2027, 3, 31))));
        assertThat(WrittenFacts.saying(facts)).isEqualTo(all);
    }

    @Test
    void texts_are_the_enterprises_own_if_nothing_is_said_of_them() {
        WrittenFacts written = WrittenFacts.of(SAID, LANGUAGES, TODAY);

        assertThat(written.facts().orElseThrow().textCredit()).isEmpty();
    }

    @Test
    void whoever_says_one_thing_of_a_licence_says_all_of_it() {
        assertThat(wrong(Map.of("textUntil", "next year")))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "textLicence", "content.facts.missing",
                        "textSource", "content.facts.missing",
                        "textUntil", "content.facts.no-date"));
        assertThat(wrong(Map.of("textLicence", "contract"))).containsOnlyKeys("textSource");
        assertThat(wrong(Map.of("textLicence", "contract", "textSource", "x".repeat(301))))
                .containsEntry("textSource", "content.facts.too-long");
    }

    private static Map<String, String> wrong(Map<String, String> more) {
        var keys = new HashMap<String, String>();
        Map<String, Message> wrong =
                WrittenFacts.of(with(more), LANGUAGES, TODAY).wrong();
        wrong.forEach((field, message) -> keys.put(field, message.key()));
        return keys;
    }

    private static Map<String, String> with(Map<String, String> more) {
        var all = new HashMap<>(SAID);
        all.putAll(more);
        return all;
    }
}
