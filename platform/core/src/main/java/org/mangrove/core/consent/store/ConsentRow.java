package org.mangrove.core.consent.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mangrove.core.database.Uuids;
import org.mangrove.core.tenancy.TenantOwned;
import org.mangrove.sdk.TenantId;

/** What one person last said to one purpose. */
@Entity
@Table(name = "consent_consent")
public class ConsentRow extends TenantOwned {

    @Column(name = "person_id", nullable = false, updatable = false)
    private UUID person;

    @Column(name = "purpose", nullable = false, updatable = false)
    private String purpose;

    @Column(name = "consented_at")
    private @Nullable Instant consentedAt;

    @Column(name = "withdrawn_at")
    private @Nullable Instant withdrawnAt;

    /** For Jakarta Persistence. */
    @SuppressWarnings("NullAway.Init")
    protected ConsentRow() {}

    public ConsentRow(TenantId tenant, UUID person, String purpose) {
        super(tenant, Uuids.next());
        this.person = person;
        this.purpose = purpose;
    }

    public void give(Instant now) {
        consentedAt = now;
    }

    public void withdraw(Instant now) {
        withdrawnAt = now;
    }

    public UUID person() {
        return person;
    }

    public String purpose() {
        return purpose;
    }

    public Optional<Instant> consentedAt() {
        return Optional.ofNullable(consentedAt);
    }

    public Optional<Instant> withdrawnAt() {
        return Optional.ofNullable(withdrawnAt);
    }
}
