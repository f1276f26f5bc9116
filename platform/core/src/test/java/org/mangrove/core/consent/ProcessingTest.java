package org.mangrove.core.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.mangrove.core.consent.store.ConsentRow;
import org.mangrove.core.consent.store.ConsentStore;
import org.mangrove.core.database.ClockByHand;
import org.mangrove.core.extension.Extensions;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.tenancy.SampleTenants;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.core.tenancy.TenantProfile.Purpose;
import org.mangrove.sdk.MangroveExtension;
import org.mangrove.sdk.Market;
import org.mangrove.sdk.Message;
import org.mangrove.sdk.TenantId;
import org.mangrove.sdk.Verdict;
import org.mangrove.sdk.processing.ProcessingPolicy;

class ProcessingTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final UUID NOURA = new UUID(7, 1);
    private static final UUID FAISAL = new UUID(7, 2);
    private static final String ANALYTICS = "learning-analytics";
    private static final String RECORDS = "training-records";
    private static final Purpose[] PURPOSES = {
        new Purpose(RECORDS, "acme-saudia", "contract", "PDPL Art. 6(2)", 1826),
        new Purpose(ANALYTICS, "acme-saudia", "consent", "PDPL Art. 5(1)", 365)
    };
    private static final TenantProfile RIYADH = SampleTenants.processing(SampleTenants.RIYADH, PURPOSES);
    private static final TenantProfile BERLIN = SampleTenants.processing(SampleTenants.BERLIN, PURPOSES);

    private final ConsentsInMemory store = new ConsentsInMemory();
    private final List<ProcessingPolicy> policies = new ArrayList<>();
    private boolean pluginIsGone;
    private final ClockByHand clock = new ClockByHand(NOW);
    private final Consents consents = new Consents();
    private final Processing processing = new Processing();

    ProcessingTest() {
        consents.store = store;
        consents.clock = clock;
        processing.consents = consents;
        processing.clock = clock;
        processing.extensions = new Extensions() {
            @Override
            public <P extends MangroveExtension, A> List<A> ask(
                    TenantProfile tenant, Class<P> point, BiFunction<P, Market, A> question) {
                if (pluginIsGone) {
                    throw new Refusal.Unavailable(Message.of("extension.plugin.cannot-decide-now"));
                }
                return policies.stream()
                        .map(policy -> question.apply(point.cast(policy), Market.of(tenant.tenant())))
                        .toList();
            }
        };
    }

    @Test
    void waits_for_consent_and_stops_once_it_is_withdrawn() {
        assertThat(processing.mayGoOn(RIYADH, NOURA, ANALYTICS)).isFalse();

        consents.give(RIYADH, NOURA, ANALYTICS);
        assertThat(processing.mayGoOn(RIYADH, NOURA, ANALYTICS)).isTrue();

        clock.set(NOW.plusSeconds(60));
        consents.withdraw(RIYADH, NOURA, ANALYTICS);
        assertThat(processing.mayGoOn(RIYADH, NOURA, ANALYTICS)).isFalse();
    }

    @Test
    void who_withdrew_and_consents_again_in_the_same_moment_has_consented() {
        consents.give(RIYADH, NOURA, ANALYTICS);
        consents.withdraw(RIYADH, NOURA, ANALYTICS);
        consents.give(RIYADH, NOURA, ANALYTICS);
        clock.set(NOW.plusMillis(1));

        assertThat(processing.mayGoOn(RIYADH, NOURA, ANALYTICS)).isTrue();
        assertThat(store.rows).hasSize(1);
    }

    @Test
    void consent_counts_for_one_person_in_one_tenant() {
        consents.give(RIYADH, NOURA, ANALYTICS);

        assertThat(processing.mayGoOn(RIYADH, FAISAL, ANALYTICS)).isFalse();
        assertThat(processing.mayGoOn(BERLIN, NOURA, ANALYTICS)).isFalse();
    }

    @Test
    void consenting_twice_keeps_the_first_moment() {
        consents.give(RIYADH, NOURA, ANALYTICS);
        clock.set(NOW.plusSeconds(60));
        consents.give(RIYADH, NOURA, ANALYTICS);

        assertThat(consents.of(RIYADH.tenant().id(), NOURA, ANALYTICS).consentedAt())
                .contains(NOW);
    }

    @Test
    void what_rests_on_other_grounds_goes_on_without_consent() {
        assertThat(processing.mayGoOn(RIYADH, NOURA, RECORDS)).isTrue();
    }

    @Test
    void what_the_register_does_not_know_does_not_go_on() {
        assertThat(processing.mayGoOn(RIYADH, NOURA, "advertising")).isFalse();
    }

    @Test
    void one_policy_that_refuses_is_enough_and_its_reason_is_told() {
        Message reason = Message.of("sa-test.not-today");
        policies.add((market, request) -> Verdict.allowed());
        policies.add((market, request) -> Verdict.refused(reason));

        assertThat(processing.judge(RIYADH, NOURA, RECORDS)).isEqualTo(Verdict.refused(reason));
    }

    @Test
    void no_policy_can_stand_in_for_consent() {
        policies.add((market, request) -> Verdict.allowed());

        assertThat(processing.mayGoOn(RIYADH, NOURA, ANALYTICS)).isFalse();
    }

    @Test
    void nothing_goes_on_while_a_plugin_cannot_be_asked() {
        consents.give(RIYADH, NOURA, ANALYTICS);
        pluginIsGone = true;

        assertThat(processing.mayGoOn(RIYADH, NOURA, ANALYTICS)).isFalse();
        assertThat(processing.judge(RIYADH, NOURA, RECORDS))
                .isEqualTo(Verdict.refused(Message.of("extension.plugin.cannot-decide-now")));
    }

    @Test
    void nobody_consents_to_what_does_not_wait_for_it() {
        assertThatExceptionOfType(Refusal.NotFound.class).isThrownBy(() -> consents.give(RIYADH, NOURA, RECORDS));
        assertThatExceptionOfType(Refusal.NotFound.class)
                .isThrownBy(() -> consents.withdraw(RIYADH, NOURA, "advertising"));
        assertThat(store.rows).isEmpty();
    }

    @Test
    void what_was_read_at_once_is_judged_as_what_is_asked_one_by_one() {
        consents.give(RIYADH, NOURA, ANALYTICS);
        consents.withdraw(BERLIN, NOURA, ANALYTICS);

        for (TenantProfile tenant : List.of(RIYADH, BERLIN)) {
            for (UUID person : List.of(NOURA, FAISAL)) {
                Map<String, Consent> said = consents.of(tenant.tenant().id(), person);

                assertThat(List.of(ANALYTICS, RECORDS))
                        .allSatisfy(purpose -> assertThat(
                                        processing.judge(tenant, said.getOrDefault(purpose, Consent.none()), purpose))
                                .isEqualTo(processing.judge(tenant, person, purpose)));
            }
        }
        assertThat(consents.of(RIYADH.tenant().id(), NOURA)).containsOnlyKeys(ANALYTICS);
        assertThat(consents.of(RIYADH.tenant().id(), FAISAL)).isEmpty();
    }

    private static final class ConsentsInMemory extends ConsentStore {

        private final List<ConsentRow> rows = new ArrayList<>();

        @Override
        public void add(ConsentRow row) {
            rows.add(row);
        }

        @Override
        public List<ConsentRow> of(TenantId tenant, UUID person, int most) {
            return rows.stream()
                    .filter(row -> row.tenant().equals(tenant) && row.person().equals(person))
                    .limit(most)
                    .toList();
        }

        @Override
        public Optional<ConsentRow> find(TenantId tenant, UUID person, String purpose) {
            return rows.stream()
                    .filter(row -> row.tenant().equals(tenant)
                            && row.person().equals(person)
                            && row.purpose().equals(purpose))
                    .findFirst();
        }

        @Override
        public Optional<ConsentRow> hold(TenantId tenant, UUID person, String purpose) {
            return find(tenant, person, purpose);
        }
    }
}
