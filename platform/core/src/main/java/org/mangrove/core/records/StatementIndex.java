package org.mangrove.core.records;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.mangrove.core.records.store.IndexRows;
import org.mangrove.sdk.TenantId;

/** Tells by what statements are found, for whoever counts them: nothing of what they say is read. Voided ones are there, too. */
@ApplicationScoped
public class StatementIndex {

    @Inject
    IndexRows rows;

    /** Those of the statements at these positions that are there, in the order of storing. */
    @Transactional
    public List<IndexedStatement> at(TenantId tenant, Collection<UUID> positions) {
        return rows.at(tenant, positions);
    }

    /** The same for several tenants of one cell. */
    @Transactional
    public Map<TenantId, List<IndexedStatement>> at(Map<TenantId, ? extends Collection<UUID>> positions) {
        return rows.at(positions);
    }

    /** What lies behind a position, in the order of storing: at most so many. */
    @Transactional
    public List<IndexedStatement> after(TenantId tenant, UUID position, int most) {
        return rows.after(tenant, position, most);
    }

    /** Those that have these ids. */
    @Transactional
    public List<IndexedStatement> of(TenantId tenant, Collection<UUID> ids) {
        return rows.of(tenant, ids);
    }
}
