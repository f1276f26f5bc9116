package org.mangrove.core.quality.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mangrove.core.database.Uuids;
import org.mangrove.core.quality.CriterionKind;
import org.mangrove.core.quality.Waiver;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.EnterpriseOwned;

/** That a criterion is not insisted on for a while. It may be taken back, and is kept. */
@Entity
@Table(name = "quality_waiver")
public class WaiverRow extends EnterpriseOwned {

    @Column(name = "course_slug", nullable = false, updatable = false)
    private String course;

    @Column(name = "criterion", nullable = false, updatable = false)
    private String criterion;

    @Column(name = "reason", nullable = false, updatable = false)
    private String reason;

    @Column(name = "last_day", nullable = false, updatable = false)
    private LocalDate lastDay;

    @Column(name = "given_by", nullable = false, updatable = false)
    private UUID givenBy;

    @Column(name = "given_at", nullable = false, updatable = false)
    private Instant givenAt;

    @Column(name = "taken_back_by")
    private @Nullable UUID takenBackBy;

    @Column(name = "taken_back_at")
    private @Nullable Instant takenBackAt;

    /** For Jakarta Persistence. */
    @SuppressWarnings("NullAway.Init")
    protected WaiverRow() {}

    public WaiverRow(
            EnterpriseId enterprise,
            UUID actor,
            String course,
            CriterionKind criterion,
            String reason,
            LocalDate lastDay,
            Instant now) {
        super(enterprise, Uuids.next());
        this.course = course;
        this.criterion = criterion.word();
        this.reason = reason;
        this.lastDay = lastDay;
        this.givenBy = actor;
        this.givenAt = now;
    }

    /** Once more does no harm. */
    public void takeBack(UUID actor, Instant now) {
        if (takenBackAt == null) {
            takenBackBy = actor;
            takenBackAt = now;
        }
    }

    public String course() {
        return course;
    }

    /** Empty if a later release has dropped the criterion. */
    public Optional<Waiver> waiver() {
        return CriterionKind.parse(criterion)
                .map(kind ->
                        new Waiver(id(), kind, reason, lastDay, givenBy, givenAt, Optional.ofNullable(takenBackAt)));
    }
}
