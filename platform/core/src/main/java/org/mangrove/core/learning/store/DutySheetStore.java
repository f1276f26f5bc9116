package org.mangrove.core.learning.store;

import jakarta.enterprise.context.ApplicationScoped;
import org.mangrove.core.tenancy.TenantStore;

/** What people have to take, as the rules last said. */
@ApplicationScoped
public class DutySheetStore extends TenantStore<DutySheetRow> {

    public DutySheetStore() {
        super(DutySheetRow.class);
    }
}
