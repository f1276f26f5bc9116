package org.mangrove.core.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import org.mangrove.core.privacy.store.SearchRows;
import org.mangrove.core.privacy.store.SearchRows.Found;
import org.mangrove.core.privacy.store.SearchRows.Trace;
import org.mangrove.core.tenancy.TenantProfile;

/** One table in one transaction, so that a long search holds nothing up. */
@ApplicationScoped
class SearchStep {

    @Inject
    SearchRows rows;

    @Transactional(TxType.REQUIRES_NEW)
    List<String> tables(TenantProfile tenant) {
        return rows.tables(tenant);
    }

    @Transactional(TxType.REQUIRES_NEW)
    List<Found> search(TenantProfile tenant, String table, List<Trace> traces) {
        return rows.search(tenant, table, traces);
    }
}
