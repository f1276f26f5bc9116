package org.mangrove.core.learning.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.tenancy.TenantStore;
import org.mangrove.sdk.TenantId;

/** What people have passed. */
@ApplicationScoped
public class CompletionStore extends TenantStore<CompletionRow> {

    public CompletionStore() {
        super(CompletionRow.class);
    }

    /** What a person has passed, the newest first. */
    public List<CompletionRow> of(TenantId tenant, UUID person, int most) {
        return where(tenant, "e.person = :person", "e.completedAt desc")
                .setParameter("person", person)
                .setMaxResults(most)
                .getResultList();
    }

    public Optional<CompletionRow> findLatest(TenantId tenant, UUID person, String course) {
        return where(tenant, "e.person = :person and e.course = :course", "e.completedAt desc")
                .setParameter("person", person)
                .setParameter("course", course)
                .setMaxResults(1)
                .uniqueResultOptional();
    }

    /** How many somebody has passed that are evidence, or are none. */
    public long count(TenantId tenant, UUID person, boolean evidence) {
        return countWhere(tenant, "e.person = :person and e.evidence = :evidence")
                .setParameter("person", person)
                .setParameter("evidence", evidence)
                .getSingleResult();
    }

    /** When somebody passed last what is evidence. */
    public Optional<LocalDate> findLastEvidence(TenantId tenant, UUID person) {
        return where(tenant, "e.person = :person and e.evidence = true", "e.completedOn desc")
                .setParameter("person", person)
                .setMaxResults(1)
                .uniqueResultOptional()
                .map(row -> row.completion().completedOn());
    }

    /** @return how many there were */
    public int remove(TenantId tenant, UUID person, boolean evidence, LocalDate before) {
        return change(
                        tenant,
                        "delete from CompletionRow e where e.tenant = :tenant and e.person = :person"
                                + " and e.evidence = :evidence and e.completedOn < :before")
                .setParameter("person", person)
                .setParameter("evidence", evidence)
                .setParameter("before", before)
                .executeUpdate();
    }

    /** Who has passed a course, and not its version of a number or a later one; some at a time, in the order of their ids. */
    public List<UUID> peopleBefore(TenantId tenant, String course, int version, UUID after, int most) {
        return query(tenant, """
                        select e.person from CompletionRow e
                        where e.tenant = :tenant and e.course = :course and e.person > :after
                        group by e.person having max(e.version) < :version order by e.person""", UUID.class)
                .setParameter("course", course)
                .setParameter("after", after)
                .setParameter("version", version)
                .setMaxResults(most)
                .getResultList();
    }

    /** What some people have passed of a course, in that order. */
    public List<CompletionRow> of(TenantId tenant, String course, Collection<UUID> people) {
        return where(tenant, "e.course = :course and e.person in (:people)", "e.completedAt")
                .setParameter("course", course)
                .setParameter("people", people)
                .getResultList();
    }

    public long countBefore(TenantId tenant, boolean evidence, LocalDate before, Collection<UUID> spared) {
        return countWhere(
                        tenant,
                        "e.evidence = :evidence and e.completedOn < :before"
                                + (spared.isEmpty() ? "" : " and e.person not in (:spared)"))
                .setParameter("evidence", evidence)
                .setParameter("before", before)
                .setProperties(spared.isEmpty() ? Map.of() : Map.of("spared", spared))
                .getSingleResult();
    }

    /** @return how many there were: at most so many */
    public int removeBefore(TenantId tenant, boolean evidence, LocalDate before, Collection<UUID> spared, int most) {
        List<CompletionRow> rows = where(
                        tenant,
                        "e.evidence = :evidence and e.completedOn < :before"
                                + (spared.isEmpty() ? "" : " and e.person not in (:spared)"),
                        "e.id")
                .setParameter("evidence", evidence)
                .setParameter("before", before)
                .setProperties(spared.isEmpty() ? Map.of() : Map.of("spared", spared))
                .setMaxResults(most)
                .getResultList();
        rows.forEach(this::remove);
        return rows.size();
    }

    public Optional<CompletionRow> findByCode(TenantId tenant, String code) {
        return where(tenant, "e.code = :code").setParameter("code", code).uniqueResultOptional();
    }
}
