package org.mangrove.core.adaptation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.mangrove.core.content.AssetVersion;
import org.mangrove.core.content.Courses;
import org.mangrove.core.content.Ground;
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

    Behind behind(TenantProfile tenant, Desk desk, Instant at) {
        List<AssetVersion> published = desk.proposal().items().isEmpty()
                ? List.of()
                : courses.versions(tenant, desk.ground().version().key());
        return Behind.of(desk, published, at);
    }
}
