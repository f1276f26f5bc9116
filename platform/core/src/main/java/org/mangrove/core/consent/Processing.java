package org.mangrove.core.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.mangrove.core.extension.Extensions;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.core.tenancy.TenantProfile.Purpose;
import org.mangrove.sdk.Message;
import org.mangrove.sdk.Verdict;
import org.mangrove.sdk.Verdict.Refused;
import org.mangrove.sdk.processing.LegalBasis;
import org.mangrove.sdk.processing.ProcessingPolicy;
import org.mangrove.sdk.processing.ProcessingRequest;

/**
 * Says whether somebody's data may now be used for a purpose.
 *
 * <p>No, unless the tenant's register has the purpose, consent is there where the register waits for it, and no plugin of
 * the tenant's market refuses or is missing. Nothing is remembered: who withdraws is heard at the next question.
 */
@ApplicationScoped
public class Processing {

    @Inject
    Consents consents;

    @Inject
    Extensions extensions;

    @Inject
    Clock clock;

    public boolean mayGoOn(TenantProfile tenant, UUID person, String purpose) {
        return judge(tenant, person, purpose) instanceof Verdict.Allowed;
    }

    /** As {@link #mayGoOn}, with the reason. */
    public Verdict judge(TenantProfile tenant, UUID person, String key) {
        return judge(tenant, key, () -> consents.of(tenant.tenant().id(), person, key));
    }

    /** As {@link #judge(TenantProfile, UUID, String)}, for those who have read already what the person said. */
    public Verdict judge(TenantProfile tenant, Consent said, String key) {
        return judge(tenant, key, () -> said);
    }

    private Verdict judge(TenantProfile tenant, String key, Supplier<Consent> said) {
        Optional<Purpose> purpose =
                tenant.purposes().stream().filter(one -> one.key().equals(key)).findFirst();
        Optional<LegalBasis> basis = purpose.flatMap(one -> LegalBasis.find(one.basis()));
        if (basis.isEmpty()) {
            return Verdict.refused(Message.of("consent.purpose.not-found"));
        }
        ProcessingRequest request = said.get().request(key, basis.get(), clock.instant());
        return firstRefusal(tenant, request).orElseGet(() -> ownVerdict(request));
    }

    /** The market's own words come first: they know the law that they speak of. */
    private Optional<Verdict> firstRefusal(TenantProfile tenant, ProcessingRequest request) {
        try {
            return extensions
                    .ask(tenant, ProcessingPolicy.class, (policy, market) -> policy.judge(market, request))
                    .stream()
                    .filter(Refused.class::isInstance)
                    .findFirst();
        } catch (Refusal.Unavailable cannotDecide) {
            return Optional.of(Verdict.refused(cannotDecide.reason()));
        }
    }

    private static Verdict ownVerdict(ProcessingRequest request) {
        if (request.basis() == LegalBasis.CONSENT && !request.holdsConsent()) {
            return Verdict.refused(Message.of("consent.state.waits"));
        }
        return Verdict.allowed();
    }
}
