package org.mangrove.core.consent.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.tenancy.TenantStore;
import org.mangrove.sdk.TenantId;

/** Who said what to which purpose. */
@ApplicationScoped
public class ConsentStore extends TenantStore<ConsentRow> {

    public ConsentStore() {
        super(ConsentRow.class);
    }

    public Optional<ConsentRow> find(TenantId tenant, UUID person, String purpose) {
        return where(tenant, "e.person = :person and e.purpose = :purpose")
                .setParameter("person", person)
                .setParameter("purpose", purpose)
                .uniqueResultOptional();
    }

    /** All that a person has said: at most one row a purpose. */
    public List<ConsentRow> of(TenantId tenant, UUID person, int most) {
        return where(tenant, "e.person = :person", "e.purpose")
                .setParameter("person", person)
                .setMaxResults(most)
                .getResultList();
    }

    /** @return how many there were */
    public int remove(TenantId tenant, UUID person) {
        return change(tenant, "delete from ConsentRow e where e.tenant = :tenant and e.person = :person")
                .setParameter("person", person)
                .executeUpdate();
    }

    /** As {@link #find}, and nobody else changes it before this transaction ends. */
    public Optional<ConsentRow> hold(TenantId tenant, UUID person, String purpose) {
        return where(tenant, "e.person = :person and e.purpose = :purpose")
                .setParameter("person", person)
                .setParameter("purpose", purpose)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .uniqueResultOptional();
    }
}
