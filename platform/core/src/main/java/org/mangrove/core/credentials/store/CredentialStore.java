package org.mangrove.core.credentials.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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

    /** What somebody has connected stays; that it was them does not. @return how many there were */
    public int forgetCreator(TenantId tenant, UUID person) {
        return session(tenant)
                .createNativeMutationQuery("update credentials_credential set created_by_person_id = null"
                        + " where tenant_id = :tenant and created_by_person_id = :person")
                .setParameter("tenant", tenant.number())
                .setParameter("person", person)
                .executeUpdate();
    }

    /** What somebody has disconnected stays so; that it was them is forgotten. @return how many there were */
    public int forgetRevoker(TenantId tenant, UUID person) {
        return session(tenant)
                .createNativeMutationQuery("update credentials_credential set revoked_by_person_id = null"
                        + " where tenant_id = :tenant and revoked_by_person_id = :person")
                .setParameter("tenant", tenant.number())
                .setParameter("person", person)
                .executeUpdate();
    }

    /** The credential of a client that was not revoked. */
    public Optional<CredentialRow> findOpenClient(TenantId tenant, String client) {
        return where(tenant, "e.openClient = :client")
                .setParameter("client", client)
                .uniqueResultOptional();
    }
}
