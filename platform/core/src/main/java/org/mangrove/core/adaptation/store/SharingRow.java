package org.mangrove.core.adaptation.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mangrove.core.adaptation.Sharing;
import org.mangrove.core.tenancy.TenantOwned;
import org.mangrove.sdk.TenantId;

/** That a market lets others read what it says itself. */
@Entity
@Table(name = "adaptation_sharing")
public class SharingRow extends TenantOwned {

    @Column(name = "course_slug", nullable = false, updatable = false)
    private String course;

    @Column(name = "subject", nullable = false, updatable = false)
    private String subject;

    @Enumerated(EnumType.STRING)
    @Column(name = "audience", nullable = false, updatable = false)
    private Sharing.Audience audience;

    @Column(name = "reason", nullable = false, updatable = false)
    private String reason;

    @Column(name = "ends_at", nullable = false, updatable = false)
    private Instant endsAt;

    @Column(name = "shared_by_person_id")
    private @Nullable UUID sharedBy;

    @Column(name = "shared_at", nullable = false, updatable = false)
    private Instant sharedAt;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    /** For Jakarta Persistence. */
    @SuppressWarnings("NullAway.Init")
    protected SharingRow() {}

    public SharingRow(TenantId tenant, Sharing sharing, UUID person, Instant now) {
        super(tenant, sharing.id());
        this.course = sharing.course();
        this.subject = sharing.subject();
        this.audience = sharing.audience();
        this.reason = sharing.reason();
        this.endsAt = sharing.endsAt();
        this.sharedBy = person;
        this.sharedAt = now;
    }

    public void end(Instant now) {
        endedAt = now;
    }

    /** @param tenant the slug of the market */
    public Sharing sharing(String tenant) {
        return new Sharing(id(), tenant, course, subject, audience, reason, endsAt);
    }

    public String course() {
        return course;
    }

    public String subject() {
        return subject;
    }

    public Instant sharedAt() {
        return sharedAt;
    }

    /** When it was taken back, if it was. */
    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }

    public boolean holdsAt(Instant at) {
        return endedAt == null && endsAt.isAfter(at);
    }
}
