package org.mangrove.core.content.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.mangrove.core.content.CourseFacts;
import org.mangrove.core.database.Uuids;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.EnterpriseOwned;

/** A master of content, whatever its versions say. */
@Entity
@Table(name = "content_asset")
public class Asset extends EnterpriseOwned {

    @Column(name = "kind", nullable = false, updatable = false)
    private String kind;

    @Column(name = "slug", nullable = false, updatable = false)
    private String slug;

    @Column(name = "owner_name", nullable = false)
    private String owner;

    @Column(name = "steward_name", nullable = false)
    private String steward;

    @Column(name = "review_due", nullable = false)
    private LocalDate reviewDue;

    @Column(name = "objective", nullable = false)
    private String objective;

    @Column(name = "state", nullable = false)
    private String state;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    /** For Jakarta Persistence. */
    @SuppressWarnings("NullAway.Init")
    protected Asset() {}

    public Asset(EnterpriseId enterprise, CourseFacts facts, Instant now) {
        super(enterprise, Uuids.next());
        this.kind = "COURSE";
        this.slug = facts.key();
        this.state = "PUBLISHED";
        this.createdAt = now;
        this.owner = facts.owner();
        this.steward = facts.steward();
        this.reviewDue = facts.reviewDue();
        this.objective = facts.objective();
    }

    /** A new version may have been handed to other people. */
    public void follow(CourseFacts facts) {
        owner = facts.owner();
        steward = facts.steward();
        reviewDue = facts.reviewDue();
        objective = facts.objective();
    }

    public String slug() {
        return slug;
    }
}
