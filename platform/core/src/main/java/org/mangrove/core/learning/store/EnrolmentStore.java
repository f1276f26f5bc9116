package org.mangrove.core.learning.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.tenancy.TenantStore;
import org.mangrove.sdk.TenantId;

/** Who takes part in what. */
@ApplicationScoped
public class EnrolmentStore extends TenantStore<EnrolmentRow> {

    public EnrolmentStore() {
        super(EnrolmentRow.class);
    }

    public Optional<EnrolmentRow> find(TenantId tenant, UUID person, String course) {
        return where(tenant, "e.person = :person and e.course = :course")
                .setParameter("person", person)
                .setParameter("course", course)
                .uniqueResultOptional();
    }

    /** As {@link #find}, and nobody else moves it before this transaction ends. */
    public Optional<EnrolmentRow> hold(TenantId tenant, UUID person, String course) {
        return where(tenant, "e.person = :person and e.course = :course")
                .setParameter("person", person)
                .setParameter("course", course)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .uniqueResultOptional();
    }

    /** @return how many there were */
    public int remove(TenantId tenant, UUID person) {
        return change(tenant, "delete from EnrolmentRow e where e.tenant = :tenant and e.person = :person")
                .setParameter("person", person)
                .executeUpdate();
    }

    public long countBefore(TenantId tenant, Instant before, Collection<UUID> spared) {
        return countWhere(tenant, "e.touchedAt < :before" + (spared.isEmpty() ? "" : " and e.person not in (:spared)"))
                .setParameter("before", before)
                .setProperties(spared.isEmpty() ? Map.of() : Map.of("spared", spared))
                .getSingleResult();
    }

    /** @return how many there were: at most so many */
    public int removeBefore(TenantId tenant, Instant before, Collection<UUID> spared, int most) {
        List<EnrolmentRow> rows = where(
                        tenant,
                        "e.touchedAt < :before" + (spared.isEmpty() ? "" : " and e.person not in (:spared)"),
                        "e.id")
                .setParameter("before", before)
                .setProperties(spared.isEmpty() ? Map.of() : Map.of("spared", spared))
                .setMaxResults(most)
                .getResultList();
        rows.forEach(this::remove);
        return rows.size();
    }

    /** A person's enrolments, the one touched last first. */
    public List<EnrolmentRow> of(TenantId tenant, UUID person, int most) {
        return where(tenant, "e.person = :person", "e.touchedAt desc")
                .setParameter("person", person)
                .setMaxResults(most)
                .getResultList();
    }

    /** How many people have begun each course, how many of them are under way, and when somebody has last moved. */
    public List<EnrolmentUse> uses(TenantId tenant, int most) {
        return query(tenant, """
                        select new org.mangrove.core.learning.store.EnrolmentUse(e.course, count(e),
                          sum(case when e.state = 'UNDER_WAY' then 1 else 0 end), max(e.touchedAt))
                        from EnrolmentRow e where e.tenant = :tenant group by e.course order by e.course""", EnrolmentUse.class).setMaxResults(most).getResultList();
    }
}
