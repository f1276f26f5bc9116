package org.mangrove.core.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mangrove.core.publication.CellReports.Report;
import org.mangrove.core.publication.store.CellRows;
import org.mangrove.core.refusal.Refusal;

class CellReportsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    private final CellReports reports = new CellReports();
    private final List<Report> written = new ArrayList<>();

    @BeforeEach
    void setUp() {
        reports.rows = new CellRows() {
            @Override
            public void put(Report report) {
                written.removeIf(there -> there.cell().equals(report.cell()));
                written.add(report);
            }

            @Override
            public List<Report> all() {
                return List.copyOf(written);
            }
        };
        at(NOW);
    }

    @Test
    void lets_pass_what_every_cell_understands() {
        reports.report("eu", Map.of("course", 2));
        reports.report("sa", Map.of("course", 1));

        assertThatNoException().isThrownBy(() -> reports.mustUnderstand(course(1, true)));
    }

    @Test
    void refuses_what_a_live_cell_would_have_to_stop_at() {
        reports.report("eu", Map.of("course", 2));
        reports.report("sa", Map.of("course", 1));

        assertThatExceptionOfType(Refusal.Conflict.class)
                .isThrownBy(() -> reports.mustUnderstand(course(2, true)))
                .satisfies(refusal -> assertThat(refusal.reason().arguments()).containsEntry("cell", "sa"));
        assertThatExceptionOfType(Refusal.Conflict.class)
                .isThrownBy(() -> reports.mustUnderstand(FeedItem.of("unheard-of", "one", "{}")));
    }

    @Test
    void lets_pass_what_a_cell_may_pass_over() {
        reports.report("sa", Map.of("course", 1));

        assertThatNoException().isThrownBy(() -> reports.mustUnderstand(course(2, false)));
    }

    @Test
    void does_not_wait_for_a_cell_that_is_gone() {
        reports.report("sa", Map.of("course", 1));
        at(NOW.plus(CellReports.ALIVE));

        assertThatNoException().isThrownBy(() -> reports.mustUnderstand(course(2, true)));
    }

    @Test
    void writes_a_report_down_when_it_is_news_and_not_with_every_question() {
        reports.report("sa", Map.of("course", 1));
        at(NOW.plus(Duration.ofSeconds(30)));
        reports.report("sa", Map.of("course", 1));
        assertThat(written).extracting(Report::heardAt).containsExactly(NOW);

        reports.report("sa", Map.of("course", 2));
        assertThat(written).extracting(Report::schemas).containsExactly(Map.of("course", 2));

        at(NOW.plus(Duration.ofMinutes(5)));
        reports.report("sa", Map.of("course", 2));
        assertThat(written).extracting(Report::heardAt).containsExactly(NOW.plus(Duration.ofMinutes(5)));
    }

    private void at(Instant now) {
        reports.clock = Clock.fixed(now, ZoneOffset.UTC);
    }

    private static FeedItem course(int version, boolean mustUnderstand) {
        return new FeedItem("course", "one", version, mustUnderstand, List.of(), "{}");
    }
}
