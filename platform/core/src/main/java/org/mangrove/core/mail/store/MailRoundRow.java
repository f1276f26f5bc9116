package org.mangrove.core.mail.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mangrove.core.tenancy.TenantOwned;
import org.mangrove.sdk.TenantId;

/** How far a tenant's people have been looked at this time. One row at most; whichever node holds it goes on. */
@Entity
@Table(name = "mail_round")
public class MailRoundRow extends TenantOwned {

    static final UUID ONLY = new UUID(0, 1);
    private static final UUID BEFORE_EVERYBODY = new UUID(0, 0);

    @Column(name = "begun_at", nullable = false)
    private Instant begunAt;

    @Column(name = "after_id", nullable = false)
    private UUID after;

    @Column(name = "held_until", nullable = false)
    private Instant heldUntil;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    /** For Jakarta Persistence. */
    @SuppressWarnings("NullAway.Init")
    protected MailRoundRow() {}

    public MailRoundRow(TenantId tenant, Instant now) {
        super(tenant, ONLY);
        this.begunAt = now;
        this.after = BEFORE_EVERYBODY;
        this.heldUntil = now;
    }

    /** Whether somebody has to go on, or to begin anew. */
    public boolean isDue(Instant now, Duration every) {
        return !heldUntil.isAfter(now)
                && (endedAt == null || !begunAt.plus(every).isAfter(now));
    }

    /** Nobody else goes on before that time is over. */
    public void hold(Instant now, Duration turn) {
        if (endedAt != null) {
            begunAt = now;
            endedAt = null;
        }
        heldUntil = now.plus(turn);
    }

    public UUID after() {
        return after;
    }

    public void cameTo(UUID person, Instant now, Duration turn) {
        after = person;
        heldUntil = now.plus(turn);
    }

    /** Nothing here is to lead to somebody any more: whoever was before them is looked at once more. */
    public void forget(UUID person) {
        if (after.equals(person)) {
            after = BEFORE_EVERYBODY;
        }
    }

    public void end(Instant now) {
        after = BEFORE_EVERYBODY;
        endedAt = now;
        heldUntil = now;
    }
}
