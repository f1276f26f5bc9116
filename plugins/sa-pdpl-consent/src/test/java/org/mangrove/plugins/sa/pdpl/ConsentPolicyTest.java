package org.mangrove.plugins.sa.pdpl;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mangrove.sdk.Market;
import org.mangrove.sdk.Message;
import org.mangrove.sdk.PluginSettings;
import org.mangrove.sdk.Tenant;
import org.mangrove.sdk.TenantId;
import org.mangrove.sdk.Verdict;
import org.mangrove.sdk.processing.LegalBasis;
import org.mangrove.sdk.processing.ProcessingPolicy;
import org.mangrove.sdk.processing.ProcessingRequest;
import org.mangrove.testkit.ProcessingPolicyContract;

class ConsentPolicyTest extends ProcessingPolicyContract {

    private static final Tenant RIYADH = new Tenant(
            new TenantId(2),
            "acme-sa",
            "sa",
            List.of(Locale.of("ar"), Locale.ENGLISH),
            ZoneId.of("Asia/Riyadh"),
            "gregorian",
            "arab",
            DayOfWeek.SUNDAY,
            Set.of(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY),
            List.of("SA-01", "SA"));
    private static final Instant MORNING = Instant.parse("2026-03-01T06:00:00Z");
    private static final Instant NOON = Instant.parse("2026-03-01T09:00:00Z");
    private static final Instant EVENING = Instant.parse("2026-03-01T15:00:00Z");

    private final ConsentPolicy policy = new ConsentPolicy();

    @Override
    protected ProcessingPolicy extension() {
        return policy;
    }

    @Override
    protected Market market() {
        return Market.of(RIYADH);
    }

    @Override
    protected ProcessingRequest somethingToAllow() {
        return analytics(Optional.of(MORNING), Optional.empty());
    }

    @Override
    protected ProcessingRequest somethingToRefuse() {
        return analytics(Optional.empty(), Optional.empty());
    }

    @Test
    void stops_once_consent_is_withdrawn_and_says_so() {
        assertThat(policy.judge(market(), analytics(Optional.of(MORNING), Optional.of(NOON))))
                .isEqualTo(
                        Verdict.refused(Message.of("sa-pdpl-consent.withdrawn").with("purpose", "learning-analytics")));
    }

    @Test
    void goes_on_after_consent_is_given_again() {
        assertThat(policy.judge(market(), analytics(Optional.of(NOON), Optional.of(MORNING))))
                .isEqualTo(Verdict.allowed());
    }

    @Test
    void takes_a_consent_withdrawn_at_the_same_moment_as_withdrawn() {
        assertThat(policy.judge(market(), analytics(Optional.of(NOON), Optional.of(NOON))))
                .isNotEqualTo(Verdict.allowed());
    }

    @Test
    void takes_no_consent_from_the_future() {
        var request = new ProcessingRequest(
                "learning-analytics", LegalBasis.CONSENT, Optional.of(EVENING), Optional.empty(), NOON);

        assertThat(policy.judge(market(), request)).isNotEqualTo(Verdict.allowed());
    }

    @ParameterizedTest
    @EnumSource(
            value = LegalBasis.class,
            names = {"CONTRACT", "LEGAL_OBLIGATION", "LEGITIMATE_INTEREST", "VITAL_INTEREST"})
    void lets_people_learn_without_any_consent(LegalBasis basis) {
        var request = new ProcessingRequest("training-records", basis, Optional.empty(), Optional.of(MORNING), EVENING);

        assertThat(policy.judge(market(), request)).isEqualTo(Verdict.allowed());
    }

    @ParameterizedTest
    @EnumSource(
            value = LegalBasis.class,
            names = {"PUBLIC_TASK", "NOTIFIED_PURPOSE"})
    void refuses_grounds_that_the_law_gives_no_employer(LegalBasis basis) {
        var request = new ProcessingRequest("training-records", basis, Optional.of(MORNING), Optional.empty(), EVENING);

        assertThat(policy.judge(market(), request))
                .isEqualTo(Verdict.refused(
                        Message.of("sa-pdpl-consent.not-a-ground").with("purpose", "training-records")));
    }

    @Test
    void lets_no_interest_of_the_company_cover_sensitive_data() {
        Market tenant =
                market().with(PluginSettings.none().with("sensitive-purposes", List.of("accommodation-at-work")));
        var request = new ProcessingRequest(
                "accommodation-at-work", LegalBasis.LEGITIMATE_INTEREST, Optional.empty(), Optional.empty(), NOON);

        assertThat(policy.judge(tenant, request)).isNotEqualTo(Verdict.allowed());
    }

    private static ProcessingRequest analytics(Optional<Instant> consented, Optional<Instant> withdrawn) {
        return new ProcessingRequest("learning-analytics", LegalBasis.CONSENT, consented, withdrawn, EVENING);
    }
}
