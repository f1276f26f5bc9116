package org.mangrove.core.privacy.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mangrove.core.database.Uuids;
import org.mangrove.core.tenancy.TenantOwned;
import org.mangrove.sdk.TenantId;

/** What the time that a purpose allows has removed, or would remove, of one holder in one run. */
@Entity
@Table(name = "privacy_retention")
public class RetentionRow extends TenantOwned {

    @Column(name = "purpose", nullable = false, updatable = false)
    private String purpose;

    @Column(name = "holder", nullable = false, updatable = false)
    private String holder;

    @Column(name = "ran_on", nullable = false, updatable = false)
    private LocalDate ranOn;

    @Column(name = "kept_from", nullable = false, updatable = false)
    private LocalDate keptFrom;

    @Column(name = "dry", nullable = false, updatable = false)
    private boolean dry;

    @Column(name = "things", nullable = false)
    private long things;

    @Column(name = "asked_at", nullable = false, updatable = false)
    private Instant askedAt;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    @Column(name = "finished", nullable = false)
    private boolean finished;

    /** For Jakarta Persistence. */
    @SuppressWarnings("NullAway.Init")
    protected RetentionRow() {}

    public RetentionRow(
            TenantId tenant,
            String purpose,
            String holder,
            LocalDate ranOn,
            LocalDate keptFrom,
            boolean dry,
            Instant askedAt) {
        super(tenant, Uuids.next());
        this.purpose = purpose;
        this.holder = holder;
        this.ranOn = ranOn;
        this.keptFrom = keptFrom;
        this.dry = dry;
        this.askedAt = askedAt;
    }

    public void add(long more) {
        things += more;
    }

    public void end(Instant now) {
        endedAt = now;
        finished = true;
    }

    public String purpose() {
        return purpose;
    }

    public String holder() {
        return holder;
    }

    public LocalDate ranOn() {
        return ranOn;
    }

    public LocalDate keptFrom() {
        return keptFrom;
    }

    public boolean isDry() {
        return dry;
    }

    public long things() {
        return things;
    }

    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }
}
