package org.mangrove.core.components;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class PermitTest {

    private static final LocalDate LAST = LocalDate.of(2027, 3, 31);

    @Test
    void a_trial_is_on_through_its_last_day_then_for_two_weeks_and_then_no_more() {
        Permit trial = permit(Decision.TRIAL, Optional.of(LAST));

        assertThat(trial.on(LAST)).isEqualTo(Standing.IN_TRIAL);
        assertThat(trial.on(LAST.plusDays(1))).isEqualTo(Standing.IN_GRACE);
        assertThat(trial.on(LAST.plusDays(14))).isEqualTo(Standing.IN_GRACE);
        assertThat(trial.on(LAST.plusDays(15))).isEqualTo(Standing.TRIAL_OVER);
        assertThat(trial.lastDayOn()).contains(LAST.plusDays(14));
    }

    @Test
    void what_was_there_before_the_register_stays_on_until_its_day_and_not_longer() {
        Permit before = permit(Decision.TO_COMPLETE, Optional.of(LAST));

        assertThat(before.on(LAST)).isEqualTo(Standing.TO_COMPLETE);
        assertThat(before.on(LAST.plusDays(1))).isEqualTo(Standing.NEVER_COMPLETED);
    }

    @Test
    void what_is_tried_without_a_day_is_not_tried_for_ever() {
        assertThat(permit(Decision.TRIAL, Optional.empty()).on(LAST)).isEqualTo(Standing.TRIAL_OVER);
    }

    @Test
    void a_register_knows_a_component_by_its_kind_its_key_and_its_market() {
        var inBerlin = new Permit(
                "lms", ComponentKind.SYSTEM, "LMS", "", Set.of("acme-de"), Decision.ADOPTED, Optional.empty());
        var register = new PublishedRegister(LAST, List.of(inBerlin));

        assertThat(register.standing(ComponentKind.SYSTEM, "lms", "acme-de", LAST))
                .isEqualTo(Standing.ADOPTED);
        assertThat(register.standing(ComponentKind.SYSTEM, "lms", "acme-at", LAST))
                .isEqualTo(Standing.UNKNOWN);
        assertThat(register.standing(ComponentKind.PLUGIN, "lms", "acme-de", LAST))
                .isEqualTo(Standing.UNKNOWN);
        assertThat(register.standing(ComponentKind.SYSTEM, "lrs", "acme-de", LAST))
                .isEqualTo(Standing.UNKNOWN);
    }

    @Property
    void nothing_that_a_day_has_switched_off_is_on_again_on_a_later_day(
            @ForAll("permits") Permit permit, @ForAll("days") LocalDate day) {
        boolean isOn = permit.on(day).isOn();
        boolean isOnLater = permit.on(day.plusDays(1)).isOn();

        assertThat(isOn || !isOnLater).isTrue();
        permit.lastDayOn().ifPresent(last -> assertThat(isOn).isEqualTo(!day.isAfter(last)));
    }

    @Property
    void whoever_answers_for_a_component_is_reminded_before_it_is_off(@ForAll("permits") Permit permit) {
        permit.lastDayOn().ifPresent(last -> {
            assertThat(ReminderDays.due(permit, last)).isPresent();
            assertThat(ReminderDays.due(permit, last.plusDays(1)))
                    .as("and told when it is")
                    .contains(last.plusDays(1));
            assertThat(ReminderDays.due(permit, last.minusDays(60)))
                    .as("and not too early")
                    .isEmpty();
        });
        if (permit.lastDayOn().isEmpty()) {
            assertThat(ReminderDays.due(permit, LAST.plusYears(9))).isEmpty();
        }
    }

    @Provide
    Arbitrary<Permit> permits() {
        return Arbitraries.of(Decision.class)
                .flatMap(decision -> days().map(day -> permit(
                        decision,
                        decision == Decision.TRIAL || decision == Decision.TO_COMPLETE
                                ? Optional.of(day)
                                : Optional.empty())));
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(-100, 100).map(LAST::plusDays);
    }

    private static Permit permit(Decision decision, Optional<LocalDate> lastDay) {
        return new Permit("a-tool", ComponentKind.TOOL, "A tool", "Something", Set.of(), decision, lastDay);
    }
}
