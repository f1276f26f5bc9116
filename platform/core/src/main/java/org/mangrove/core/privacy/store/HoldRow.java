package org.mangrove.core.privacy.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mangrove.core.database.Uuids;
import org.mangrove.core.identity.DataSubject;
import org.mangrove.core.privacy.Hold;
import org.mangrove.core.tenancy.Definitions;
import org.mangrove.core.tenancy.TenantOwned;
import org.mangrove.sdk.TenantId;

/** Somebody's data must stay. */
@Entity
@Table(name = "privacy_hold")
public class HoldRow extends TenantOwned {

    @Column(name = "person_id")
    private @Nullable UUID person;

    @Column(name = "identifiers", nullable = false)
    private String identifiers;

    @Column(name = "reason", nullable = false, updatable = false)
    private String reason;

    @Column(name = "placed_by_person_id")
    private @Nullable UUID placedBy;

    @Column(name = "placed_at", nullable = false, updatable = false)
    private Instant placedAt;

    @Column(name = "until_on", updatable = false)
    private @Nullable LocalDate until;

    @Column(name = "lifted_by_person_id")
    private @Nullable UUID liftedBy;

    @Column(name = "lifted_at")
    private @Nullable Instant liftedAt;

    @Column(name = "lift_reason")
    private @Nullable String liftReason;

    /** For Jakarta Persistence. */
    @SuppressWarnings("NullAway.Init")
    protected HoldRow() {}

    public HoldRow(
            TenantId tenant,
            DataSubject who,
            String reason,
            UUID placedBy,
            Instant placedAt,
            Optional<LocalDate> until) {
        super(tenant, Uuids.next());
        this.person = who.person().orElse(null);
        this.identifiers = Definitions.write(who);
        this.reason = reason;
        this.placedBy = placedBy;
        this.placedAt = placedAt;
        this.until = until.orElse(null);
    }

    public void lift(UUID by, Instant now, String why) {
        liftedBy = by;
        liftedAt = now;
        liftReason = why;
    }

    /** Of a hold that is over nothing says any more whose data it was about. */
    public void forgetPerson() {
        person = null;
        identifiers =
                Definitions.write(new DataSubject(Optional.empty(), Optional.empty(), Set.of(), Set.of(), Set.of()));
    }

    public DataSubject subject() {
        return Definitions.read(identifiers, DataSubject.class);
    }

    public Hold hold() {
        return new Hold(
                id(),
                Optional.ofNullable(person),
                String.join(", ", new TreeSet<>(subject().emails())),
                reason,
                Optional.ofNullable(placedBy),
                placedAt,
                Optional.ofNullable(until),
                Optional.ofNullable(liftedAt),
                Optional.ofNullable(liftReason));
    }
}
