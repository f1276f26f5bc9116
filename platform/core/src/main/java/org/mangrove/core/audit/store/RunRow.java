package org.mangrove.core.audit.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mangrove.core.audit.RunState;
import org.mangrove.core.database.Uuids;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.EnterpriseOwned;

/** A run of the audit. */
@Entity
@Table(name = "audit_run")
public class RunRow extends EnterpriseOwned {

    @Column(name = "state", nullable = false)
    private String state;

    @Column(name = "is_open")
    private @Nullable Integer open;

    @Column(name = "asked_at", nullable = false, updatable = false)
    private Instant askedAt;

    @Column(name = "asked_by", updatable = false)
    private @Nullable UUID askedBy;

    @Column(name = "attempts", nullable = false)
    private int attempts;

    @Column(name = "node")
    private @Nullable UUID node;

    @Column(name = "beat_at")
    private @Nullable Instant beatAt;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    @Column(name = "step", nullable = false)
    private String step;

    @Column(name = "steps_done", nullable = false)
    private int stepsDone;

    @Column(name = "document", nullable = false)
    private String document;

    /** For Jakarta Persistence. */
    @SuppressWarnings("NullAway.Init")
    protected RunRow() {}

    /** @param actor empty if it was due by the day */
    public RunRow(EnterpriseId enterprise, Optional<UUID> actor, Instant now) {
        super(enterprise, Uuids.next());
        this.state = RunState.ASKED.name();
        this.open = 1;
        this.askedAt = now;
        this.askedBy = actor.orElse(null);
        this.step = "";
        this.document = "{}";
    }

    public void take(UUID taker, Instant now) {
        state = RunState.RUNNING.name();
        node = taker;
        attempts++;
        beatAt = now;
        step = "";
        stepsDone = 0;
    }

    public void beat(String what, int done, Instant now) {
        step = what;
        stepsDone = done;
        beatAt = now;
    }

    public void end(RunState how, String outcome, Instant now) {
        state = how.name();
        open = null;
        endedAt = now;
        document = outcome;
    }

    public boolean isOpen() {
        return open != null;
    }

    public boolean isOf(UUID taker) {
        return isOpen() && taker.equals(node);
    }

    public String state() {
        return state;
    }

    public Instant askedAt() {
        return askedAt;
    }

    public Optional<UUID> askedBy() {
        return Optional.ofNullable(askedBy);
    }

    public int attempts() {
        return attempts;
    }

    public Optional<Instant> beatAt() {
        return Optional.ofNullable(beatAt);
    }

    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }

    public String step() {
        return step;
    }

    public int stepsDone() {
        return stepsDone;
    }

    public String document() {
        return document;
    }
}
