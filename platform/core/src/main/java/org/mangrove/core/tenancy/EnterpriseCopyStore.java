package org.mangrove.core.tenancy;

import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.Query;

/**
 * The one door to what a cell holds of the global core. It is read on behalf of a tenant, whose enterprise goes into every
 * question; it is written by the feed alone.
 */
public abstract class EnterpriseCopyStore<E extends EnterpriseCopy> {

    @Inject
    Cells cells;

    private final Class<E> type;

    protected EnterpriseCopyStore(Class<E> type) {
        this.type = type;
    }

    /** Writes what the feed brought, over what was there before. */
    public void put(String cell, E row) {
        cells.sessionOfCell(cell).merge(row);
    }

    /** Takes away what is published no more. */
    public void remove(String cell, EnterpriseId enterprise, UUID id) {
        find(cell, enterprise, id).ifPresent(session(cell)::remove);
    }

    public Optional<E> find(String cell, EnterpriseId enterprise, UUID id) {
        return Optional.ofNullable(session(cell).find(type, new EnterpriseKey(enterprise.number(), id)));
    }

    /** A query for rows {@code e} of the enterprise of {@code tenant}, in the tenant's cell. */
    protected Query<E> where(TenantProfile tenant, String condition) {
        return where(tenant.cell(), tenant.enterprise(), condition);
    }

    /** A query for rows {@code e} of {@code enterprise} in {@code cell} that fit {@code condition}. */
    protected Query<E> where(String cell, EnterpriseId enterprise, String condition) {
        return session(cell)
                .createQuery(
                        "select e from %s e where e.enterprise = :enterprise and (%s)"
                                .formatted(type.getSimpleName(), condition),
                        type)
                .setParameter("enterprise", enterprise.number());
    }

    /** For plain SQL, which names {@code enterprise_id} itself: the wall refuses it otherwise. */
    protected Session session(String cell) {
        return cells.sessionOfCell(cell);
    }
}
