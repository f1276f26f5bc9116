package org.mangrove.plugins.de.arbeitsschutz;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mangrove.sdk.Market;
import org.mangrove.sdk.PluginSettings;
import org.mangrove.sdk.assignment.Assignment;
import org.mangrove.sdk.assignment.AssignmentRule;
import org.mangrove.sdk.assignment.Worker;
import org.mangrove.sdk.assignment.Worker.AgeGroup;
import org.mangrove.testkit.AssignmentRuleContract;

class InstructionRuleTest extends AssignmentRuleContract {

    private static final LocalDate TODAY = LocalDate.of(2026, 8, 31);
    private static final LocalDate EMPLOYED = LocalDate.of(2026, 8, 1);

    private final InstructionRule rule = new InstructionRule();

    @Override
    protected AssignmentRule extension() {
        return rule;
    }

    @Override
    protected Market market() {
        return Berlin.MARKET;
    }

    @Override
    protected Worker somebodyWithADuty() {
        return worker(AgeGroup.ADULT, Map.of());
    }

    @Override
    protected Worker afterCompletion(String course, LocalDate day) {
        return worker(AgeGroup.ADULT, Map.of(course, day));
    }

    @Test
    void is_due_before_work_begins() {
        assertThat(ask(market(), worker(AgeGroup.YOUNG, Map.of())).due()).isEqualTo(EMPLOYED);
    }

    @ParameterizedTest
    @CsvSource({"ADULT, 2025-09-01, 2026-09-01", "YOUNG, 2026-08-31, 2027-02-28", "UNKNOWN, 2024-02-29, 2025-02-28"})
    void is_due_again_after_a_year_or_half_a_year_for_the_young(AgeGroup age, LocalDate last, LocalDate due) {
        assertThat(ask(market(), worker(age, Map.of(InstructionCourse.KEY, last)))
                        .due())
                .isEqualTo(due);
    }

    @Test
    void names_the_law_that_protects_the_young() {
        assertThat(ask(market(), worker(AgeGroup.YOUNG, Map.of())).legalReference())
                .contains("§ 29", "JArbSchG");
    }

    @ParameterizedTest
    @CsvSource({"3, 3", "24, 12", "0, 1"})
    void lets_the_tenant_shorten_the_interval_and_never_lengthen_it(int setting, int months) {
        Market strict = market().with(PluginSettings.none().with("interval-months", setting));

        assertThat(ask(strict, worker(AgeGroup.ADULT, Map.of())).interval()).isEqualTo(Period.ofMonths(months));
    }

    @Test
    void takes_people_for_young_where_the_tenant_wants_it_so() {
        Market trainees = market().with(PluginSettings.none().with("young-unless-known", true));

        assertThat(ask(trainees, worker(AgeGroup.UNKNOWN, Map.of())).interval()).isEqualTo(Period.ofMonths(6));
    }

    private Assignment ask(Market market, Worker worker) {
        return rule.assignments(market, worker).getFirst();
    }

    private static Worker worker(AgeGroup age, Map<String, LocalDate> completed) {
        return new Worker(TODAY, EMPLOYED, age, Set.of("learner"), Set.of(), completed);
    }
}
