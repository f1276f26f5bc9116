package org.mangrove.core.records.store;

import jakarta.enterprise.context.ApplicationScoped;
import org.mangrove.core.tenancy.TenantStore;

/** With what other systems read statements. */
@ApplicationScoped
public class CredentialStore extends TenantStore<CredentialRow> {

    public CredentialStore() {
        super(CredentialRow.class);
    }
}
