package org.mangrove.core.lineage.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mangrove.core.database.Uuids;
import org.mangrove.core.lineage.Claim;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.EnterpriseOwned;

/** A claim as somebody has verified it. It may be taken back, and is kept. */
@Entity
@Table(name = "lineage_claim")
public class ClaimRow extends EnterpriseOwned {

    @Column(name = "subject", nullable = false, updatable = false)
    private String subject;

    @Column(name = "block_slug", nullable = false, updatable = false)
    private String block;

    @Column(name = "field", nullable = false, updatable = false)
    private String field;

    @Column(name = "jurisdiction", nullable = false, updatable = false)
    private String jurisdiction;

    @Column(name = "legal_reference", nullable = false, updatable = false)
    private String legalReference;

    @Column(name = "verified_by", nullable = false, updatable = false)
    private UUID verifiedBy;

    @Column(name = "verified_at", nullable = false, updatable = false)
    private Instant verifiedAt;

    @Column(name = "valid_until", nullable = false, updatable = false)
    private Instant validUntil;

    @Column(name = "ends_at")
    private @Nullable Instant endsAt;

    @Column(name = "ended_by")
    private @Nullable UUID endedBy;

    @Column(name = "taken_back_by")
    private @Nullable UUID takenBackBy;

    @Column(name = "taken_back_at")
    private @Nullable Instant takenBackAt;

    /** For Jakarta Persistence. */
    @SuppressWarnings("NullAway.Init")
    protected ClaimRow() {}

    public ClaimRow(EnterpriseId enterprise, Claim claim, Instant now) {
        super(enterprise, Uuids.next());
        this.subject = claim.asset();
        this.block = claim.block();
        this.field = claim.field();
        this.jurisdiction = claim.jurisdiction();
        this.legalReference = claim.legalReference();
        this.verifiedBy = claim.verifiedBy();
        this.verifiedAt = now;
        this.validUntil = claim.validUntil();
    }

    /** Once more does no harm. */
    public void takeBack(UUID actor, Instant now) {
        if (takenBackAt == null) {
            takenBackBy = actor;
            takenBackAt = now;
        }
    }

    /** Nobody may rely on it from then on, since what it rests on is no law any more. */
    public void end(UUID change, Instant at) {
        endedBy = change;
        endsAt = at;
    }

    /** As if the law stayed as it was. */
    public void goOn() {
        endedBy = null;
        endsAt = null;
    }

    /** What ends it before its day. */
    public Optional<UUID> endedBy() {
        return Optional.ofNullable(endedBy);
    }

    public String subject() {
        return subject;
    }

    public Optional<Instant> takenBackAt() {
        return Optional.ofNullable(takenBackAt);
    }

    public Claim claim() {
        return new Claim(subject, block, field, jurisdiction, legalReference, verifiedBy, lastsUntil());
    }

    private Instant lastsUntil() {
        return endsAt != null && endsAt.isBefore(validUntil) ? endsAt : validUntil;
    }
}
