package org.mangrove.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mangrove.sdk.Market;
import org.mangrove.sdk.assignment.Assignment;
import org.mangrove.sdk.assignment.AssignmentRule;
import org.mangrove.sdk.assignment.Worker;

/**
 * What every {@link AssignmentRule} owes the core. A plugin extends this class, says of whom it asks something, and adds
 * tests of its own rules.
 */
public abstract class AssignmentRuleContract extends PluginContract<AssignmentRule> {

    /** Somebody who has to take a course of this rule. */
    protected abstract Worker somebodyWithADuty();

    /** The same person after the course was completed on that day. */
    protected abstract Worker afterCompletion(String course, LocalDate day);

    @Override
    protected void use(AssignmentRule rule, Market market) {
        rule.assignments(market, somebodyWithADuty());
    }

    @Test
    void names_the_law_and_says_why_in_every_language_it_ships() {
        List<Assignment> assignments = extension().assignments(market(), somebodyWithADuty());

        assertThat(assignments).isNotEmpty().allSatisfy(assignment -> {
            assertThat(assignment.legalReference()).isNotBlank();
            assertThat(messages().locales())
                    .isNotEmpty()
                    .allSatisfy(locale -> assertThat(messages().say(assignment.reason(), locale))
                            .isNotBlank()
                            .doesNotContain("{"));
        });
    }

    @Test
    void is_due_again_after_the_interval_and_not_before() {
        LocalDate today = somebodyWithADuty().today();
        for (Assignment assignment : extension().assignments(market(), somebodyWithADuty())) {
            Worker done = afterCompletion(assignment.course(), today);

            assertThat(extension().assignments(market(), done))
                    .filteredOn(next -> next.course().equals(assignment.course()))
                    .singleElement()
                    .extracting(Assignment::due)
                    .isEqualTo(today.plus(assignment.interval()));
        }
    }

    @Test
    void says_the_same_of_the_same_facts() {
        assertThat(extension().assignments(market(), somebodyWithADuty()))
                .isEqualTo(extension().assignments(market(), somebodyWithADuty()));
    }
}
