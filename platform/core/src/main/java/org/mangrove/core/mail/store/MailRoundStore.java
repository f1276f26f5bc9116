package org.mangrove.core.mail.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.mangrove.core.tenancy.TenantStore;
import org.mangrove.sdk.TenantId;

/** How far the people of tenants have been looked at. */
@ApplicationScoped
public class MailRoundStore extends TenantStore<MailRoundRow> {

    public MailRoundStore() {
        super(MailRoundRow.class);
    }

    /** Nobody else changes it before this transaction ends. */
    public Optional<MailRoundRow> hold(TenantId tenant) {
        return where(tenant, "e.id = :id")
                .setParameter("id", MailRoundRow.ONLY)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .uniqueResultOptional();
    }
}
