package org.mangrove.core.tenancy;

import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.MutationQuery;
import org.hibernate.query.Query;
import org.mangrove.sdk.TenantId;

/**
 * The one door to rows that belong to a tenant.
 *
 * <p>Every question names the tenant, and the answer holds that tenant's rows only. There is no way to ask about all tenants
 * here. A {@code condition} is always a constant of ours; values go through parameters.
 */
public abstract class TenantStore<E extends TenantOwned> {

    @Inject
    Cells cells;

    private final Class<E> type;

    protected TenantStore(Class<E> type) {
        this.type = type;
    }

    public void add(E row) {
        session(row.tenant()).persist(row);
    }

    public void remove(E row) {
        session(row.tenant()).remove(row);
    }

    public Optional<E> find(TenantId tenant, UUID id) {
        return Optional.ofNullable(session(tenant).find(type, new TenantKey(tenant.number(), id)));
    }

    /** A query for rows {@code e} of {@code tenant} that fit {@code condition}. */
    protected Query<E> where(TenantId tenant, String condition) {
        return query(tenant, rowsWhere(condition), type);
    }

    /** As {@link #where(TenantId, String)}, and in {@code order}, such as {@code e.since desc, e.id}. */
    protected Query<E> where(TenantId tenant, String condition, String order) {
        return query(tenant, rowsWhere(condition) + " order by " + order, type);
    }

    /** How many rows {@code e} of {@code tenant} fit {@code condition}. */
    protected Query<Long> countWhere(TenantId tenant, String condition) {
        return query(
                tenant,
                "select count(*) from %s e where e.tenant = :tenant and (%s)"
                        .formatted(type.getSimpleName(), condition),
                Long.class);
    }

    /** In parentheses, so that an {@code or} in the condition does not lead past the tenant. */
    private String rowsWhere(String condition) {
        return "select e from %s e where e.tenant = :tenant and (%s)".formatted(type.getSimpleName(), condition);
    }

    /** A query in the whole of the language, which must itself say {@code tenant = :tenant} for every entity in it. */
    protected <R> Query<R> query(TenantId tenant, String query, Class<R> result) {
        return session(tenant).createQuery(query, result).setParameter("tenant", tenant.number());
    }

    /** A change of many rows at once, which must itself say {@code tenant = :tenant}. */
    protected MutationQuery change(TenantId tenant, String mutation) {
        return session(tenant).createMutationQuery(mutation).setParameter("tenant", tenant.number());
    }

    /** For plain SQL, which names {@code tenant_id} itself: the wall refuses it otherwise. */
    protected Session session(TenantId tenant) {
        return cells.sessionOf(tenant);
    }
}
