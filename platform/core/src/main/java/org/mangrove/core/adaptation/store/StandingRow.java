package org.mangrove.core.adaptation.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mangrove.core.adaptation.CourseStanding;
import org.mangrove.core.tenancy.Definitions;
import org.mangrove.core.tenancy.TenantOwned;

/** How a course stands in a market, as it was worked out of what the vector names. */
@Entity
@Table(name = "adaptation_standing")
public class StandingRow extends TenantOwned {

    @Column(name = "course_slug", nullable = false, updatable = false)
    private String course;

    @Column(name = "vector", nullable = false, updatable = false)
    private String vector;

    @Column(name = "valid_until", updatable = false)
    private @Nullable Instant validUntil;

    @Column(name = "document", nullable = false, updatable = false)
    private String document;

    /** For Jakarta Persistence. */
    @SuppressWarnings("NullAway.Init")
    protected StandingRow() {}

    public String course() {
        return course;
    }

    public String vector() {
        return vector;
    }

    public Optional<Instant> validUntil() {
        return Optional.ofNullable(validUntil);
    }

    public CourseStanding standing() {
        return Definitions.read(document, CourseStanding.class);
    }
}
