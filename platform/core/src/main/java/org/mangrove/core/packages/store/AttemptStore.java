package org.mangrove.core.packages.store;

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

/** Who has tried what. */
@ApplicationScoped
public class AttemptStore extends TenantStore<AttemptRow> {

    public AttemptStore() {
        super(AttemptRow.class);
    }

    /** The latest try. */
    public Optional<AttemptRow> findLatest(TenantId tenant, UUID person, String slug) {
        return where(tenant, "e.person = :person and e.packageSlug = :slug", "e.attempt desc")
                .setParameter("person", person)
                .setParameter("slug", slug)
                .setMaxResults(1)
                .uniqueResultOptional();
    }

    /** As {@link #findLatest}, and nobody else moves it before this transaction ends. */
    public Optional<AttemptRow> holdLatest(TenantId tenant, UUID person, String slug) {
        return where(tenant, "e.person = :person and e.packageSlug = :slug", "e.attempt desc")
                .setParameter("person", person)
                .setParameter("slug", slug)
                .setMaxResults(1)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .uniqueResultOptional();
    }

    /** The latest try at each package. */
    public List<AttemptRow> latest(TenantId tenant, UUID person, int most) {
        return where(tenant, """
                        e.person = :person and e.attempt = (select max(o.attempt) from AttemptRow o
                          where o.tenant = :tenant and o.person = :person and o.packageSlug = e.packageSlug)""", "e.id")
                .setParameter("person", person)
                .setMaxResults(most)
                .getResultList();
    }

    /** Those of somebody, in the order of their ids, behind one of them. */
    public List<AttemptRow> page(TenantId tenant, UUID person, UUID behind, int most) {
        return where(tenant, "e.person = :person and e.id > :behind", "e.id")
                .setParameter("person", person)
                .setParameter("behind", behind)
                .setMaxResults(most)
                .getResultList();
    }

    /** @return how many there were */
    public int remove(TenantId tenant, UUID person) {
        return change(tenant, "delete from AttemptRow e where e.tenant = :tenant and e.person = :person")
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
        List<AttemptRow> rows = where(
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
}
