package org.mangrove.core.regulation.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.mangrove.core.tenancy.TenantOwned;
import org.mangrove.sdk.TenantId;

/** That it is written down who has to learn a course again. Never changed. */
@Entity
@Table(name = "regulation_round")
public class RoundRow extends TenantOwned {

    @Column(name = "change_id", nullable = false, updatable = false)
    private UUID change;

    @Column(name = "course_slug", nullable = false, updatable = false)
    private String course;

    @Column(name = "people", nullable = false, updatable = false)
    private int people;

    @Column(name = "digest", nullable = false, updatable = false)
    private String digest;

    @Column(name = "assigned_at", nullable = false, updatable = false)
    private Instant assignedAt;

    /** For Jakarta Persistence. */
    @SuppressWarnings("NullAway.Init")
    protected RoundRow() {}

    /** @param digest of all commitments */
    public RoundRow(TenantId tenant, UUID change, String course, int people, String digest, Instant now) {
        super(tenant, idOf(change, course));
        this.change = change;
        this.course = course;
        this.people = people;
        this.digest = digest;
        this.assignedAt = now;
    }

    /** Always the same: it is done once. */
    public static UUID idOf(UUID change, String course) {
        return UUID.nameUUIDFromBytes((change + "/" + course).getBytes(StandardCharsets.UTF_8));
    }

    public UUID change() {
        return change;
    }

    public String course() {
        return course;
    }

    public int people() {
        return people;
    }

    public String digest() {
        return digest;
    }

    public Instant assignedAt() {
        return assignedAt;
    }
}
