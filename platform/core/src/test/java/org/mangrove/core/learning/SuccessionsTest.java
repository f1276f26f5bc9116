package org.mangrove.core.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mangrove.core.content.Ending;
import org.mangrove.core.content.Endings;
import org.mangrove.core.content.Retirement;
import org.mangrove.core.database.Configuration;
import org.mangrove.core.learning.store.CompletionRow;
import org.mangrove.core.learning.store.CompletionStore;
import org.mangrove.core.learning.store.EnrolmentRow;
import org.mangrove.core.learning.store.EnrolmentStore;
import org.mangrove.core.tenancy.SampleTenants;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.sdk.Message;
import org.mangrove.sdk.TenantId;

class SuccessionsTest {

    private static final TenantProfile BERLIN = SampleTenants.of(SampleTenants.BERLIN);
    private static final UUID LENA = new UUID(7, 1);
    private static final Instant NOW = Instant.parse("2026-11-22T23:30:00Z");
    private static final LocalDate SINCE = LocalDate.of(2026, 11, 1);
    private static final LocalDate DUE = LocalDate.of(2027, 2, 1);
    private static final Duty FIRE =
            new Duty("fire", DUE, Period.ofYears(1), "§ 12 ArbSchG", Message.of("test.reason"));

    private final Map<String, Ending> endings = new HashMap<>();
    private final List<EnrolmentRow> underWay = new ArrayList<>();
    private final Successions successions = successions();

    @Test
    void what_nobody_gives_up_is_asked_for_as_it_was() {
        assertThat(successions.of(BERLIN, LENA, List.of(FIRE))).containsExactly(FIRE);
    }

    @Test
    void what_was_asked_for_leads_to_what_takes_its_place() {
        ends("fire", Retirement.Grounds.ORDINARY, Ending.Stage.CLOSED, "fire-2027");

        assertThat(successions.of(BERLIN, LENA, List.of(FIRE)))
                .extracting(Duty::course, Duty::due, Duty::insteadOf, Duty::legalReference)
                .containsExactly(tuple("fire-2027", DUE, Optional.of("fire"), "§ 12 ArbSchG"));
    }

    @Test
    void until_its_day_and_for_whoever_is_in_the_middle_it_is_asked_for_itself() {
        ends("fire", Retirement.Grounds.ORDINARY, Ending.Stage.ANNOUNCED, "fire-2027");
        assertThat(successions.of(BERLIN, LENA, List.of(FIRE))).containsExactly(FIRE);

        ends("fire", Retirement.Grounds.ORDINARY, Ending.Stage.CLOSED, "fire-2027");
        takesPartIn("fire");
        assertThat(successions.of(BERLIN, LENA, List.of(FIRE))).containsExactly(FIRE);

        ends("fire", Retirement.Grounds.ORDINARY, Ending.Stage.OVER, "fire-2027");
        assertThat(successions.of(BERLIN, LENA, List.of(FIRE)))
                .extracting(Duty::course)
                .containsExactly("fire-2027");
    }

    @Test
    void whoever_was_in_the_middle_of_what_the_law_has_ended_goes_on_with_what_takes_its_place() {
        ends("fire", Retirement.Grounds.REGULATORY, Ending.Stage.OVER, "fire-2027");
        assertThat(successions.of(BERLIN, LENA, List.of())).isEmpty();

        takesPartIn("fire");

        assertThat(successions.of(BERLIN, LENA, List.of()))
                .extracting(Duty::course, Duty::due, duty -> duty.reason().key())
                .containsExactly(tuple("fire-2027", SINCE.plusDays(30), "learning.ending.moved"));
        assertThat(successions.of(BERLIN, LENA, List.of(FIRE)))
                .as("asked for already")
                .extracting(Duty::due)
                .containsExactly(DUE);
    }

    @Test
    void of_two_that_lead_to_the_same_the_earlier_counts() {
        ends("fire", Retirement.Grounds.ORDINARY, Ending.Stage.CLOSED, "fire-2027");
        var already = new Duty("fire-2027", DUE.minusDays(9), Period.ofYears(1), "", Message.of("test.reason"));

        assertThat(successions.of(BERLIN, LENA, List.of(FIRE, already))).containsExactly(already);
    }

    @Test
    void who_has_passed_what_took_its_place_has_passed_it_for_the_rules() {
        ends("fire", Retirement.Grounds.ORDINARY, Ending.Stage.CLOSED, "fire-2027");
        Map<String, LocalDate> passed = Map.of("fire", SINCE.minusYears(1), "fire-2027", SINCE);

        assertThat(successions.counting(BERLIN, passed)).containsEntry("fire", SINCE);
        assertThat(successions.counting(BERLIN, Map.of("other", SINCE))).doesNotContainKey("fire");
    }

    private void ends(String course, Retirement.Grounds grounds, Ending.Stage stage, String successor) {
        endings.put(
                course,
                new Ending(
                        new Retirement(LENA, course, SINCE, SINCE, grounds, "Why", Optional.of(successor), NOW),
                        Optional.empty(),
                        stage,
                        Optional.of(successor)));
    }

    private void takesPartIn(String course) {
        underWay.add(new EnrolmentRow(BERLIN.tenant().id(), LENA, course, 3, NOW));
    }

    private Successions successions() {
        var service = new Successions();
        service.configuration = new Configuration();
        service.endings = new Endings() {
            @Override
            public Known of(TenantProfile tenant) {
                return new Known(endings, Map.of());
            }
        };
        service.enrolments = new EnrolmentStore() {
            @Override
            public List<EnrolmentRow> of(TenantId tenant, UUID person, int most) {
                return underWay;
            }
        };
        service.completions = new CompletionStore() {
            @Override
            public Optional<CompletionRow> findLatest(TenantId tenant, UUID person, String course) {
                return Optional.empty();
            }
        };
        return service;
    }
}
