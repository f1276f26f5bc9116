package org.mangrove.core.lineage.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mangrove.core.database.Uuids;
import org.mangrove.core.lineage.Level;
import org.mangrove.core.lineage.LockRule;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.EnterpriseOwned;

/** A lock rule as somebody has set it. It may be lifted, and is kept. */
@Entity
@Table(name = "lineage_lock")
public class LockRow extends EnterpriseOwned {

    @Column(name = "subject", nullable = false, updatable = false)
    private String subject;

    @Column(name = "space_slug", nullable = false, updatable = false)
    private String space;

    @Column(name = "space_level", nullable = false, updatable = false)
    private String level;

    @Column(name = "scope", nullable = false, updatable = false)
    private String scope;

    @Column(name = "target", nullable = false, updatable = false)
    private String target;

    @Column(name = "hold", nullable = false, updatable = false)
    private String hold;

    @Column(name = "since", nullable = false, updatable = false)
    private Instant since;

    @Column(name = "grace_until", nullable = false, updatable = false)
    private Instant graceUntil;

    @Column(name = "decider", nullable = false, updatable = false)
    private String decider;

    @Column(name = "reason", nullable = false, updatable = false)
    private String reason;

    @Column(name = "set_by", nullable = false, updatable = false)
    private UUID setBy;

    @Column(name = "lifted_by")
    private @Nullable UUID liftedBy;

    @Column(name = "lifted_at")
    private @Nullable Instant liftedAt;

    /** For Jakarta Persistence. */
    @SuppressWarnings("NullAway.Init")
    protected LockRow() {}

    public LockRow(EnterpriseId enterprise, String subject, LockRule rule, UUID actor) {
        super(enterprise, Uuids.next());
        this.subject = subject;
        this.space = rule.space();
        this.level = rule.level().name();
        this.scope = rule.scope().name();
        this.target = rule.target();
        this.hold = rule.hold().name();
        this.since = rule.since();
        this.graceUntil = rule.graceUntil();
        this.decider = rule.decider();
        this.reason = rule.reason();
        this.setBy = actor;
    }

    /** Once more does no harm. */
    public void lift(UUID actor, Instant now) {
        if (liftedAt == null) {
            liftedBy = actor;
            liftedAt = now;
        }
    }

    public LockRule rule() {
        return new LockRule(
                space,
                Level.valueOf(level),
                LockRule.Scope.valueOf(scope),
                target,
                LockRule.Hold.valueOf(hold),
                since,
                graceUntil,
                decider,
                reason);
    }

    public String subject() {
        return subject;
    }

    public Optional<Instant> liftedAt() {
        return Optional.ofNullable(liftedAt);
    }
}
