package org.mangrove.core.tenancy;

import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.MutationQuery;
import org.hibernate.query.Query;

/**
 * The one door to rows of the global core. Every question names the enterprise, and the answer holds that enterprise's rows
 * only. A {@code condition} is always a constant of ours; values go through parameters.
 */
public abstract class EnterpriseStore<E extends EnterpriseOwned> {

    @Inject
    CoreDatabase core;

    private final Class<E> type;

    protected EnterpriseStore(Class<E> type) {
        this.type = type;
    }

    public void add(E row) {
        core.session().persist(row);
    }

    public void remove(E row) {
        core.session().remove(row);
    }

    public Optional<E> find(EnterpriseId enterprise, UUID id) {
        return Optional.ofNullable(core.session().find(type, new EnterpriseKey(enterprise.number(), id)));
    }

    /** A query for rows {@code e} of {@code enterprise} that fit {@code condition}. */
    protected Query<E> where(EnterpriseId enterprise, String condition) {
        return query(enterprise, rowsWhere(condition), type);
    }

    /** As {@link #where(EnterpriseId, String)}, and in {@code order}, such as {@code e.number desc}. */
    protected Query<E> where(EnterpriseId enterprise, String condition, String order) {
        return query(enterprise, rowsWhere(condition) + " order by " + order, type);
    }

    /** In parentheses, so that an {@code or} in the condition does not lead past the enterprise. */
    private String rowsWhere(String condition) {
        return "select e from %s e where e.enterprise = :enterprise and (%s)"
                .formatted(type.getSimpleName(), condition);
    }

    /** A query in the whole of the language, which must itself say {@code enterprise = :enterprise} for every entity. */
    protected <R> Query<R> query(EnterpriseId enterprise, String query, Class<R> result) {
        return core.session().createQuery(query, result).setParameter("enterprise", enterprise.number());
    }

    /** A change of many rows at once, which must itself say {@code enterprise = :enterprise}. */
    protected MutationQuery change(EnterpriseId enterprise, String mutation) {
        return core.session().createMutationQuery(mutation).setParameter("enterprise", enterprise.number());
    }

    /** For plain SQL, which names {@code enterprise_id} itself: the wall refuses it otherwise. */
    protected Session session() {
        return core.session();
    }
}
