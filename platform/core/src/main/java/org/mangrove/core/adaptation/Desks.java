package org.mangrove.core.adaptation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mangrove.core.content.AssetVersion;
import org.mangrove.core.content.Courses;
import org.mangrove.core.content.Ground;
import org.mangrove.core.content.Pinned;
import org.mangrove.core.tenancy.TenantProfile;

/** Puts courses on a market's desk. In the transaction that is under way. */
@ApplicationScoped
class Desks {

    @Inject
    Courses courses;

    Desk of(TenantProfile tenant, Ground ground, Instant at) {
        return Desk.of(ground, tenant.tenant().slug(), at);
    }

    /** @throws org.mangrove.core.refusal.Refusal.NotFound if no such course comes to the tenant from above */
    Desk of(TenantProfile tenant, String course, Instant at) {
        return of(tenant, courses.ground(tenant, course), at);
    }

    /** What of its own a market has not looked at. */
    Behind behind(TenantProfile tenant, Desk desk, Instant at) {
        List<AssetVersion> published = desk.proposal().items().isEmpty()
                ? List.of()
                : courses.versions(tenant, desk.ground().version().key());
        return Behind.of(desk, published, at);
    }

    /** The same, with what it does not have because it stays with a version. */
    Behind behind(TenantProfile tenant, Desk desk, Optional<Pinned> pinned, Instant at) {
        return behind(tenant, desk, at).missing(pinned.map(Pinned::missed).orElse(List.of()));
    }

    Optional<Pinned> pinned(TenantProfile tenant, String course) {
        return courses.pinned(tenant, course);
    }
}
