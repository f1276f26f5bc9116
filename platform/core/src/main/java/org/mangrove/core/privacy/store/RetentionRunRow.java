package org.mangrove.core.privacy.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.mangrove.core.database.Uuids;
import org.mangrove.core.tenancy.TenantOwned;
import org.mangrove.sdk.TenantId;

/** One going through all that the purposes of a tenant allow its holders, and how far it is. */
@Entity
@Table(name = "privacy_retention_run")
public class RetentionRunRow extends TenantOwned {

    @Column(name = "ran_on", nullable = false, updatable = false)
    private LocalDate ranOn;

    @Column(name = "dry", nullable = false, updatable = false)
    private boolean dry;

    @Column(name = "asked_at", nullable = false, updatable = false)
    private Instant askedAt;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    @Column(name = "finished", nullable = false)
    private boolean finished;

    @Column(name = "done_rules", nullable = false)
    private int doneRules;

    @Column(name = "all_rules", nullable = false)
    private int allRules;

    /** For Jakarta Persistence. */
    @SuppressWarnings("NullAway.Init")
    protected RetentionRunRow() {}

    public RetentionRunRow(TenantId tenant, LocalDate ranOn, boolean dry, Instant askedAt) {
        super(tenant, Uuids.next());
        this.ranOn = ranOn;
        this.dry = dry;
        this.askedAt = askedAt;
    }

    /** Goes on where it was, or begins anew if there are not as many rules any more. */
    public void goThrough(int rules) {
        if (allRules != rules) {
            doneRules = 0;
            allRules = rules;
        }
    }

    public void ruleIsDone() {
        doneRules++;
    }

    public void end(Instant now) {
        endedAt = now;
        finished = true;
    }

    public LocalDate ranOn() {
        return ranOn;
    }

    public boolean isDry() {
        return dry;
    }

    public boolean isOver() {
        return finished;
    }

    public int doneRules() {
        return doneRules;
    }
}
