package org.mangrove.core.approval.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mangrove.core.approval.Seat;
import org.mangrove.core.database.Uuids;
import org.mangrove.core.governance.Lane;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.EnterpriseOwned;

/** That somebody may agree in a lane. It may be ended, and is kept. */
@Entity
@Table(name = "approval_seat")
public class SeatRow extends EnterpriseOwned {

    @Column(name = "lane", nullable = false, updatable = false)
    private String lane;

    @Column(name = "space_slug", nullable = false, updatable = false)
    private String space;

    @Column(name = "actor_id", nullable = false, updatable = false)
    private UUID actor;

    @Column(name = "lent_by", updatable = false)
    private @Nullable UUID lentBy;

    @Column(name = "given_by", nullable = false, updatable = false)
    private UUID givenBy;

    @Column(name = "given_at", nullable = false, updatable = false)
    private Instant givenAt;

    @Column(name = "last_day", updatable = false)
    private @Nullable LocalDate lastDay;

    @Column(name = "ended_by")
    private @Nullable UUID endedBy;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    /** For Jakarta Persistence. */
    @SuppressWarnings("NullAway.Init")
    protected SeatRow() {}

    /** @param lentBy empty if the seat is the actor's own */
    public SeatRow(
            EnterpriseId enterprise,
            Lane lane,
            Optional<String> space,
            UUID actor,
            Optional<UUID> lentBy,
            UUID givenBy,
            Optional<LocalDate> lastDay,
            Instant now) {
        super(enterprise, Uuids.next());
        this.lane = lane.name();
        this.space = space.orElse("");
        this.actor = actor;
        this.lentBy = lentBy.orElse(null);
        this.givenBy = givenBy;
        this.givenAt = now;
        this.lastDay = lastDay.orElse(null);
    }

    /** Once more does no harm. */
    public void end(UUID by, Instant now) {
        if (endedAt == null) {
            endedBy = by;
            endedAt = now;
        }
    }

    public Seat seat() {
        return new Seat(
                id(),
                Lane.valueOf(lane),
                Optional.of(space).filter(slug -> !slug.isEmpty()),
                actor,
                Optional.ofNullable(lentBy),
                givenBy,
                givenAt,
                Optional.ofNullable(lastDay),
                Optional.ofNullable(endedAt));
    }
}
