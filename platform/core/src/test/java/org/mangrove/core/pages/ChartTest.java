package org.mangrove.core.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class ChartTest {

    private static final Chart CHART = Chart.of("Hours", List.of("a", "b"), "Hours", List.of(10.0, 41.0));

    @Test
    void time_runs_the_way_lines_run() {
        var leftToRight = CHART.wide(false).bars();
        var rightToLeft = CHART.wide(true).bars();

        assertThat(middle(leftToRight.get(0))).isLessThan(middle(leftToRight.get(1)));
        assertThat(middle(rightToLeft.get(0))).isGreaterThan(middle(rightToLeft.get(1)));
    }

    @Test
    void the_scale_ends_at_a_round_figure_above_all_others() {
        assertThat(CHART.wide(false).levels().getLast().figure()).isEqualTo(48);
    }

    @Test
    void nothing_at_all_is_drawn_as_nothing() {
        var empty = Chart.of("Hours", List.of("a"), "Hours", List.of(0.0));

        assertThat(empty.narrow(false).bars().getFirst().height()).isEqualTo("0.0");
    }

    @Test
    void refuses_a_label_without_a_figure() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Chart.of("Hours", List.of("a", "b"), "Hours", List.of(1.0)));
    }

    private static double middle(Chart.Bar bar) {
        return Double.parseDouble(bar.middle());
    }
}
