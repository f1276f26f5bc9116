package org.mangrove.core.content.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.mangrove.core.tenancy.TenantStore;
import org.mangrove.sdk.TenantId;

/** Courses that markets keep as their own. */
@ApplicationScoped
public class KeptCourseStore extends TenantStore<KeptCourseRow> {

    public KeptCourseStore() {
        super(KeptCourseRow.class);
    }

    public List<KeptMark> marks(TenantId tenant, int most) {
        return query(tenant, """
                        select new org.mangrove.core.content.store.KeptMark(
                            new org.mangrove.core.content.store.VersionMark(
                                e.id, e.course, e.number, e.effectiveFrom, e.digest),
                            e.reason, e.reviewOn)
                        from KeptCourseRow e where e.tenant = :tenant order by e.course""", KeptMark.class).setMaxResults(most).getResultList();
    }

    /** Nobody else changes it before this transaction ends. */
    public Optional<KeptCourseRow> hold(TenantId tenant, String course) {
        return where(tenant, "e.course = :course")
                .setParameter("course", course)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .uniqueResultOptional();
    }
}
