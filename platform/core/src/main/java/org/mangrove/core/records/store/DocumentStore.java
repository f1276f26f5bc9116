package org.mangrove.core.records.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.query.Query;
import org.mangrove.core.tenancy.TenantStore;
import org.mangrove.sdk.TenantId;

/** The documents. */
@ApplicationScoped
public class DocumentStore extends TenantStore<DocumentRow> {

    /** A document without its content. */
    public record Named(String name, Instant modifiedAt) {}

    public DocumentStore() {
        super(DocumentRow.class);
    }

    /** As it was committed last; nobody else changes it before this transaction ends. */
    public Optional<DocumentRow> lock(TenantId tenant, UUID id) {
        return where(tenant, "e.id = :id")
                .setParameter("id", id)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .uniqueResultOptional();
    }

    /**
     * In the order in which they were changed.
     *
     * @param registration those of that enrolment alone
     * @param since those that were changed later
     */
    public List<Named> names(TenantId tenant, UUID holder, Optional<UUID> registration, Optional<Instant> since) {
        Query<Named> query = query(
                        tenant,
                        "select new org.mangrove.core.records.store.DocumentStore$Named(e.name, e.modifiedAt)"
                                + " from DocumentRow e where e.tenant = :tenant and e.holder = :holder"
                                + (registration.isPresent() ? " and e.registration = :registration" : "")
                                + (since.isPresent() ? " and e.modifiedAt > :since" : "")
                                + " order by e.modifiedAt, e.id",
                        Named.class)
                .setParameter("holder", holder);
        registration.ifPresent(one -> query.setParameter("registration", one));
        since.ifPresent(time -> query.setParameter("since", time));
        return query.getResultList();
    }

    /** Those about somebody, in the order of their ids, behind one of them. */
    public List<DocumentRow> about(TenantId tenant, Collection<UUID> agents, UUID behind, int most) {
        return where(tenant, "e.agent in :agents and e.id > :behind", "e.id")
                .setParameter("agents", agents)
                .setParameter("behind", behind)
                .setMaxResults(most)
                .getResultList();
    }

    /** Removes some of those about somebody. */
    public int removeAbout(TenantId tenant, Collection<UUID> agents, int most) {
        List<UUID> ids = query(
                        tenant,
                        "select e.id from DocumentRow e where e.tenant = :tenant and e.agent in :agents",
                        UUID.class)
                .setParameter("agents", agents)
                .setMaxResults(most)
                .getResultList();
        return ids.isEmpty()
                ? 0
                : change(tenant, "delete from DocumentRow e where e.tenant = :tenant and e.id in :ids")
                        .setParameter("ids", ids)
                        .executeUpdate();
    }

    /** @param registration those of that enrolment alone */
    public void removeAll(TenantId tenant, UUID holder, Optional<UUID> registration) {
        var removal = change(
                        tenant,
                        "delete from DocumentRow e where e.tenant = :tenant and e.holder = :holder"
                                + (registration.isPresent() ? " and e.registration = :registration" : ""))
                .setParameter("holder", holder);
        registration.ifPresent(one -> removal.setParameter("registration", one));
        removal.executeUpdate();
    }
}
