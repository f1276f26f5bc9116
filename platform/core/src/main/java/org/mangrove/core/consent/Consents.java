package org.mangrove.core.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mangrove.core.consent.store.ConsentRow;
import org.mangrove.core.consent.store.ConsentStore;
import org.mangrove.core.database.AgainIfOvertaken;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.core.tenancy.TenantProfile.Purpose;
import org.mangrove.sdk.Message;
import org.mangrove.sdk.TenantId;
import org.mangrove.sdk.processing.LegalBasis;

/** Takes people's consent to what waits for it, and takes it back as easily. */
@ApplicationScoped
public class Consents {

    private static final int MOST_PURPOSES = 500;

    @Inject
    ConsentStore store;

    @Inject
    Clock clock;

    @Transactional
    public Consent of(TenantId tenant, UUID person, String purpose) {
        return store.find(tenant, person, purpose).map(Consents::consent).orElseGet(Consent::none);
    }

    /** What a person has said, by purpose; in it are only those to which they have said something. */
    @Transactional
    public Map<String, Consent> of(TenantId tenant, UUID person) {
        return store.of(tenant, person, MOST_PURPOSES).stream()
                .collect(Collectors.toMap(ConsentRow::purpose, Consents::consent));
    }

    /** @throws Refusal.NotFound if nothing in the tenant's register waits for consent under that key */
    @AgainIfOvertaken
    @Transactional
    public void give(TenantProfile tenant, UUID person, String purpose) {
        ConsentRow row = hold(tenant, person, purpose);
        Instant now = now();
        if (!consent(row).holdsAt(now)) {
            row.give(row.withdrawnAt()
                    .map(withdrawn -> withdrawn.plus(1, ChronoUnit.MICROS))
                    .filter(now::isBefore)
                    .orElse(now));
        }
    }

    /**
     * Also for somebody who never consented: that is a no.
     *
     * @throws Refusal.NotFound if nothing in the tenant's register waits for consent under that key
     */
    @AgainIfOvertaken
    @Transactional
    public void withdraw(TenantProfile tenant, UUID person, String purpose) {
        hold(tenant, person, purpose).withdraw(now());
    }

    private ConsentRow hold(TenantProfile tenant, UUID person, String key) {
        Purpose purpose = tenant.purposes().stream()
                .filter(one -> one.key().equals(key))
                .filter(one -> one.basis().equals(LegalBasis.CONSENT.key()))
                .findFirst()
                .orElseThrow(() -> new Refusal.NotFound(Message.of("consent.purpose.not-found")));
        TenantId id = tenant.tenant().id();
        Optional<ConsentRow> before = store.hold(id, person, purpose.key());
        return before.orElseGet(() -> {
            var row = new ConsentRow(id, person, purpose.key());
            store.add(row);
            return row;
        });
    }

    private static Consent consent(ConsentRow row) {
        return new Consent(row.consentedAt(), row.withdrawnAt());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
