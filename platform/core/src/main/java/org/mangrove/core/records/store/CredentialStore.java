package org.mangrove.core.records.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.mangrove.core.tenancy.TenantStore;
import org.mangrove.sdk.TenantId;

/** With what other systems of a tenant sign in. */
@ApplicationScoped
public class CredentialStore extends TenantStore<CredentialRow> {

    public CredentialStore() {
        super(CredentialRow.class);
    }

    /** The newest first. */
    public List<CredentialRow> all(TenantId tenant) {
        return where(tenant, "1 = 1", "e.createdAt desc, e.id desc").getResultList();
    }

    /** The credential of a client that was not revoked. */
    public Optional<CredentialRow> findOpenClient(TenantId tenant, String client) {
        return where(tenant, "e.openClient = :client")
                .setParameter("client", client)
                .uniqueResultOptional();
    }
}
