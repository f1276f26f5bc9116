package org.mangrove.core.content.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mangrove.core.content.Retirement;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.EnterpriseOwned;

/** A master that is given up, unless that was taken back. */
@Entity
@Table(name = "content_retirement")
public class RetirementRow extends EnterpriseOwned {

    @Column(name = "course_slug", nullable = false, updatable = false)
    private String course;

    @Column(name = "since", nullable = false, updatable = false)
    private LocalDate since;

    @Column(name = "last_day", nullable = false, updatable = false)
    private LocalDate lastDay;

    @Column(name = "grounds", nullable = false, updatable = false)
    private String grounds;

    @Column(name = "reason", nullable = false, updatable = false)
    private String reason;

    @Column(name = "successor_slug", updatable = false)
    private @Nullable String successor;

    @Column(name = "announced_by", nullable = false, updatable = false)
    private UUID announcedBy;

    @Column(name = "announced_at", nullable = false, updatable = false)
    private Instant announcedAt;

    @Column(name = "taken_back_by")
    private @Nullable UUID takenBackBy;

    @Column(name = "taken_back_at")
    private @Nullable Instant takenBackAt;

    /** For Jakarta Persistence. */
    @SuppressWarnings("NullAway.Init")
    protected RetirementRow() {}

    public RetirementRow(EnterpriseId enterprise, Retirement retirement, UUID actor) {
        super(enterprise, retirement.id());
        this.course = retirement.course();
        this.since = retirement.since();
        this.lastDay = retirement.lastDay();
        this.grounds = retirement.grounds().name();
        this.reason = retirement.reason();
        this.successor = retirement.successor().orElse(null);
        this.announcedBy = actor;
        this.announcedAt = retirement.announcedAt();
    }

    public void takeBack(UUID actor, Instant now) {
        takenBackBy = actor;
        takenBackAt = now;
    }

    public Retirement retirement() {
        return new Retirement(
                id(),
                course,
                since,
                lastDay,
                Retirement.Grounds.valueOf(grounds),
                reason,
                Optional.ofNullable(successor),
                announcedAt);
    }
}
