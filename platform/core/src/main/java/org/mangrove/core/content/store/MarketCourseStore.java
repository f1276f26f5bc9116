package org.mangrove.core.content.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.mangrove.core.tenancy.TenantStore;
import org.mangrove.sdk.TenantId;

/** Courses that a market's own plugins brought. */
@ApplicationScoped
public class MarketCourseStore extends TenantStore<MarketCourseRow> {

    public MarketCourseStore() {
        super(MarketCourseRow.class);
    }

    public List<VersionMark> marks(TenantId tenant, int most) {
        return query(tenant, """
                        select new org.mangrove.core.content.store.VersionMark(
                            e.id, e.course, e.number, e.effectiveFrom, e.digest)
                        from MarketCourseRow e where e.tenant = :tenant order by e.course, e.number""", VersionMark.class).setMaxResults(most).getResultList();
    }

    public Optional<MarketCourseRow> findLatest(TenantId tenant, String course) {
        return where(tenant, "e.course = :course", "e.number desc")
                .setParameter("course", course)
                .setMaxResults(1)
                .uniqueResultOptional();
    }
}
