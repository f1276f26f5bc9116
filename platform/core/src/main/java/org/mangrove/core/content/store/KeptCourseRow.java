package org.mangrove.core.content.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.mangrove.core.content.KeptCourse;
import org.mangrove.core.database.Uuids;
import org.mangrove.core.lineage.CanonicalJson;
import org.mangrove.core.tenancy.TenantOwned;
import org.mangrove.sdk.TenantId;

/** A course that a market keeps as its own. */
@Entity
@Table(name = "content_kept_course")
public class KeptCourseRow extends TenantOwned {

    @Column(name = "course_slug", nullable = false, updatable = false)
    private String course;

    @Column(name = "number", nullable = false, updatable = false)
    private int number;

    @Column(name = "effective_from", nullable = false, updatable = false)
    private Instant effectiveFrom;

    @Column(name = "digest", nullable = false, updatable = false)
    private String digest;

    @Column(name = "document", nullable = false, updatable = false)
    private String document;

    @Column(name = "reason", nullable = false)
    private String reason;

    @Column(name = "review_on", nullable = false)
    private LocalDate reviewOn;

    @Column(name = "kept_at", nullable = false, updatable = false)
    private Instant keptAt;

    /** For Jakarta Persistence. */
    @SuppressWarnings("NullAway.Init")
    protected KeptCourseRow() {}

    public KeptCourseRow(TenantId tenant, KeptCourse kept, String reason, LocalDate reviewOn, Instant now) {
        super(tenant, Uuids.next());
        this.course = kept.version().key();
        this.number = kept.version().no();
        this.effectiveFrom = kept.version().effectiveFrom();
        this.digest = CanonicalJson.digestOf(kept.json()).hex();
        this.document = CanonicalJson.write(kept.json());
        this.reason = reason;
        this.reviewOn = reviewOn;
        this.keptAt = now;
    }

    /** Somebody has looked at it again, and it stays. */
    public void stays(String why, LocalDate until) {
        reason = why;
        reviewOn = until;
    }

    public KeptCourse kept() {
        return KeptCourse.read(CanonicalJson.read(document));
    }
}
