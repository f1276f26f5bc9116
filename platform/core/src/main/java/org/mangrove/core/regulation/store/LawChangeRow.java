package org.mangrove.core.regulation.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mangrove.core.regulation.LawChange;
import org.mangrove.core.tenancy.Definitions;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.EnterpriseOwned;

/** A law that changes, unless that was taken back. */
@Entity
@Table(name = "regulation_change")
public class LawChangeRow extends EnterpriseOwned {

    @Column(name = "title", nullable = false, updatable = false)
    private String title;

    @Column(name = "legal_reference", nullable = false, updatable = false)
    private String legalReference;

    @Column(name = "jurisdictions", nullable = false, updatable = false)
    private String jurisdictions;

    @Column(name = "says", nullable = false, updatable = false)
    private String says;

    @Column(name = "announced_in", nullable = false, updatable = false)
    private String announcedIn;

    @Column(name = "effective_on", nullable = false, updatable = false)
    private LocalDate effectiveOn;

    @Column(name = "days_to_learn", nullable = false, updatable = false)
    private int daysToLearn;

    @Column(name = "announced_by", nullable = false, updatable = false)
    private UUID announcedBy;

    @Column(name = "announced_at", nullable = false, updatable = false)
    private Instant announcedAt;

    @Column(name = "taken_back_by")
    private @Nullable UUID takenBackBy;

    @Column(name = "taken_back_at")
    private @Nullable Instant takenBackAt;

    @Column(name = "read_through", nullable = false)
    private long readThrough;

    /** For Jakarta Persistence. */
    @SuppressWarnings("NullAway.Init")
    protected LawChangeRow() {}

    public LawChangeRow(EnterpriseId enterprise, LawChange change) {
        super(enterprise, change.id());
        this.title = change.title();
        this.legalReference = change.legalReference();
        this.jurisdictions = Definitions.write(change.jurisdictions());
        this.says = change.says();
        this.announcedIn = change.announcedIn();
        this.effectiveOn = change.effectiveOn();
        this.daysToLearn = change.daysToLearn();
        this.announcedBy = change.announcedBy();
        this.announcedAt = change.announcedAt();
    }

    public void takeBack(UUID actor, Instant now) {
        takenBackBy = actor;
        takenBackAt = now;
    }

    public Optional<Instant> takenBackAt() {
        return Optional.ofNullable(takenBackAt);
    }

    /** The last entry of the log that was looked at for what is about it. */
    public long readThrough() {
        return readThrough;
    }

    public void readThrough(long number) {
        readThrough = number;
    }

    public LawChange change() {
        return new LawChange(
                id(),
                title,
                legalReference,
                List.of(Definitions.read(jurisdictions, String[].class)),
                says,
                announcedIn,
                effectiveOn,
                daysToLearn,
                announcedBy,
                announcedAt);
    }
}
