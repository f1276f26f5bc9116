package org.mangrove.core.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mangrove.core.learning.Catalogue.Order;
import org.mangrove.core.lineage.Text;
import org.mangrove.sdk.Message;

class CatalogueTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private final List<Card> cards = List.of(
            card("privacy", "Datenschutz für alle", "security", 30, Optional.empty()),
            card("feedback", "Rückmeldung geben", "people", 20, Optional.empty()),
            card("safety", "Arbeitsschutz", "safety", 25, Optional.of(duty(TODAY.plusDays(5)))));

    @Test
    void finds_words_whatever_their_case_and_marks() {
        assertThat(keys("ruckmeldung GEBEN", "", Order.TITLE)).containsExactly("feedback");
        assertThat(keys("schutz", "", Order.TITLE)).containsExactly("privacy", "safety");
        assertThat(keys("nothing like it", "", Order.TITLE)).isEmpty();
    }

    @Test
    void keeps_to_a_category() {
        assertThat(keys("", "people", Order.TITLE)).containsExactly("feedback");
    }

    @Test
    void orders_as_asked_for() {
        assertThat(keys("", "", Order.TITLE)).containsExactly("privacy", "feedback", "safety");
        assertThat(keys("", "", Order.SHORTEST)).containsExactly("feedback", "safety", "privacy");
        assertThat(keys("", "", Order.DUE)).startsWith("safety");
    }

    @Test
    void a_duty_presses_unless_the_course_counts_and_is_not_due_for_long() {
        assertThat(duty(TODAY.plusYears(1)).isPressingOn(TODAY, true)).isFalse();
        assertThat(duty(TODAY.plusYears(1)).isPressingOn(TODAY, false)).isTrue();
        assertThat(duty(TODAY.plusDays(20)).isPressingOn(TODAY, true)).isTrue();
    }

    @Test
    void a_duty_is_in_time_on_its_last_day() {
        assertThat(duty(TODAY).isOverdueOn(TODAY)).isFalse();
        assertThat(duty(TODAY).isOverdueOn(TODAY.plusDays(1))).isTrue();
    }

    private List<String> keys(String words, String category, Order order) {
        return Catalogue.select(cards, words, category, order).stream()
                .map(Card::key)
                .toList();
    }

    private static Duty duty(LocalDate due) {
        return new Duty("safety", due, Period.ofYears(1), "§ 12 ArbSchG", Message.of("test.reason"));
    }

    private static Card card(String key, String title, String category, int minutes, Optional<Duty> duty) {
        return new Card(
                key,
                new Text(title, Locale.GERMAN),
                new Text("", Locale.GERMAN),
                category,
                minutes,
                0,
                Optional.empty(),
                Optional.empty(),
                false,
                duty,
                false,
                Optional.empty());
    }
}
