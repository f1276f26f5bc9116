package org.mangrove.core.adaptation.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mangrove.core.adaptation.CourseStanding;
import org.mangrove.core.adaptation.MarketReport;
import org.mangrove.core.adaptation.Markets.Market;
import org.mangrove.core.lineage.Text;

class MatrixTest {

    private static final Instant NOW = Instant.parse("2026-06-01T08:00:00Z");
    private static final Map<String, Text> TITLES = Map.of(
            "fire", new Text("Fire", Locale.ENGLISH),
            "first-aid", new Text("First aid", Locale.ENGLISH),
            "lifting", new Text("Lifting", Locale.ENGLISH));

    private static final Market BERLIN = market("acme-de", standing("fire", 1, 7, Duration.ofDays(3)));
    private static final Market VIENNA = market(
            "acme-at", standing("fire", 2, 1, Duration.ofDays(-1)), standing("lifting", 1, 10, Duration.ofDays(9)));
    private static final Market OSAKA = market("acme-jp");

    @Test
    void the_master_and_the_market_that_are_furthest_apart_come_first() {
        Matrix matrix = matrix(new Matrix.Choice(Concern.EVERYTHING, "", 1));

        assertThat(matrix.lines()).extracting(Matrix.Line::course).containsExactly("lifting", "fire", "first-aid");
        assertThat(matrix.lines()).extracting(Matrix.Line::drift).containsExactly(10, 8, 0);
        assertThat(matrix.lines()).extracting(Matrix.Line::locks).containsExactly(0L, 2L, 0L);
        assertThat(matrix.shown()).extracting(Market::slug).containsExactly("acme-at", "acme-de", "acme-jp");
    }

    @Test
    void a_concern_leaves_what_has_nothing_of_it_out() {
        Matrix overdue = matrix(new Matrix.Choice(Concern.OVERDUE, "", 1));

        assertThat(overdue.lines()).extracting(Matrix.Line::course).containsExactly("fire");
        assertThat(overdue.shown()).containsExactly(VIENNA);
        assertThat(overdue.count(Concern.WAITING)).as("whatever is shown").isEqualTo(3);
        assertThat(matrix(new Matrix.Choice(Concern.HELD_BACK, "", 1)).lines()).isEmpty();
    }

    @Test
    void of_one_market_only_its_own_is_counted() {
        Matrix berlin = matrix(new Matrix.Choice(Concern.WAITING, "acme-de", 1));

        assertThat(berlin.lines()).extracting(Matrix.Line::course).containsExactly("fire");
        assertThat(berlin.lines().getFirst().drift()).isEqualTo(7);
        assertThat(berlin.count(Concern.OVERDUE)).isZero();
    }

    @Test
    void what_ends_within_sixty_days_or_has_ended_is_about_to_expire() {
        assertThat(Concern.EXPIRING.isOf(verifiedFor(Duration.ofDays(59)), NOW)).isTrue();
        assertThat(Concern.EXPIRING.isOf(verifiedFor(Duration.ofDays(61)), NOW)).isFalse();
        assertThat(Concern.of("expiring")).isEqualTo(Concern.EXPIRING);
        assertThat(Concern.of("no such concern")).isEqualTo(Concern.EVERYTHING);
    }

    @Test
    void a_page_that_is_not_there_is_the_last_one() {
        var many = new TreeMap<String, Text>();
        IntStream.range(0, 85).forEach(each -> many.put("course-" + each, new Text("Course", Locale.ENGLISH)));

        Matrix last = Matrix.of(many, List.of(OSAKA), Map.of(), new Matrix.Choice(Concern.EVERYTHING, "", 99), NOW);

        assertThat(last.onPage().number()).isEqualTo(3);
        assertThat(last.onPage().rows()).hasSize(5);
        assertThat(last.onPage().hasMore()).isFalse();
    }

    @Test
    void who_has_told_nothing_yet_is_named() {
        Matrix matrix = matrix(new Matrix.Choice(Concern.EVERYTHING, "", 1));

        assertThat(matrix.silent(Locale.ENGLISH)).containsExactly("acme-jp");
        assertThat(matrix.oldest()).contains(NOW);
    }

    private static Matrix matrix(Matrix.Choice choice) {
        return Matrix.of(TITLES, List.of(BERLIN, OSAKA, VIENNA), Map.of("fire", 2L), choice, NOW);
    }

    private static Market market(String slug, CourseStanding... standings) {
        return new Market(
                slug,
                Map.of(),
                standings.length == 0 ? Optional.empty() : Optional.of(NOW),
                new MarketReport(3, List.of(standings)));
    }

    private static CourseStanding standing(String course, int waiting, int drift, Duration until) {
        return new CourseStanding(
                course,
                Map.of(),
                2,
                true,
                3,
                waiting,
                0,
                0,
                0,
                drift,
                Optional.of(NOW.minus(Duration.ofDays(30))),
                Optional.of(NOW.plus(until)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static CourseStanding verifiedFor(Duration time) {
        return new CourseStanding(
                "fire",
                Map.of(),
                1,
                true,
                0,
                0,
                0,
                0,
                0,
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.of(NOW.plus(time)),
                Optional.empty(),
                Optional.empty());
    }
}
