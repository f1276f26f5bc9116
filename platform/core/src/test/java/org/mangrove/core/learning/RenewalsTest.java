package org.mangrove.core.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.learning.store.CompletionRow;
import org.mangrove.core.learning.store.CompletionStore;
import org.mangrove.core.tenancy.SampleTenants;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.sdk.Message;
import org.mangrove.sdk.TenantId;

class RenewalsTest {

    private static final TenantProfile BERLIN = SampleTenants.of(SampleTenants.BERLIN);
    private static final UUID LENA = new UUID(7, 1);
    private static final LocalDate DUE = LocalDate.of(2027, 2, 1);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Renewal AGAIN = new Renewal("fire", 3, DUE, "ArbSchG § 12", Message.of("test.reason"));

    private final List<Renewal> inEffect = new ArrayList<>();
    private final List<CompletionRow> passed = new ArrayList<>();
    private final Renewals renewals = renewals();

    @Test
    void who_has_passed_what_the_law_said_before_learns_it_again_though_the_certificate_is_valid() {
        passes(2);
        assertThat(renewals.of(BERLIN, LENA, List.of())).isEmpty();

        inEffect.add(AGAIN);

        assertThat(renewals.of(BERLIN, LENA, List.of()))
                .extracting(Duty::course, Duty::due, Duty::legalReference, duty -> duty.isPressingOn(TODAY, true))
                .containsExactly(tuple("fire", DUE, "ArbSchG § 12", true));
    }

    @Test
    void who_has_passed_what_it_says_now_and_who_never_had_it_does_not() {
        inEffect.add(AGAIN);
        assertThat(renewals.of(BERLIN, LENA, List.of())).isEmpty();

        passes(2);
        passes(3);

        assertThat(renewals.of(BERLIN, LENA, List.of())).isEmpty();
    }

    @Test
    void of_a_rule_and_a_law_the_earlier_day_counts() {
        inEffect.add(AGAIN);
        passes(2);
        var byRule = new Duty("fire", DUE.minusDays(3), Period.ofYears(1), "", Message.of("test.rule"));

        assertThat(renewals.of(BERLIN, LENA, List.of(byRule))).containsExactly(byRule);
    }

    @Test
    void what_was_passed_before_counts_for_no_rule() {
        passes(2);
        assertThat(Renewals.letCount(List.of(AGAIN), passed.getFirst().completion()))
                .isFalse();
        passes(3);
        assertThat(Renewals.letCount(List.of(AGAIN), passed.getFirst().completion()))
                .isTrue();
        assertThat(Renewals.letCount(
                        List.of(new Renewal("other", 9, DUE, "", Message.of("test.reason"))),
                        passed.getLast().completion()))
                .isTrue();
    }

    private void passes(int version) {
        passed.addFirst(new CompletionRow(
                BERLIN.tenant().id(),
                new Completion(
                        new UUID(8, version),
                        LENA,
                        "fire",
                        version,
                        Digest.of(new byte[] {(byte) version}),
                        "Fire",
                        Locale.ENGLISH,
                        1,
                        100,
                        Instant.EPOCH,
                        TODAY.minusDays(10L - version),
                        Optional.empty(),
                        "CODE-" + version),
                false,
                new UUID(9, version)));
    }

    private Renewals renewals() {
        var service = new Renewals() {
            @Override
            List<Renewal> of(TenantProfile tenant) {
                return inEffect;
            }
        };
        service.completions = new CompletionStore() {
            @Override
            public Optional<CompletionRow> findLatest(TenantId tenant, UUID person, String course) {
                return passed.stream().findFirst();
            }
        };
        return service;
    }
}
