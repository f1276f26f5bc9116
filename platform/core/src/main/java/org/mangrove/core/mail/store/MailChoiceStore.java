package org.mangrove.core.mail.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.mangrove.core.tenancy.TenantStore;
import org.mangrove.sdk.TenantId;

/** What people do not want to be told by mail. */
@ApplicationScoped
public class MailChoiceStore extends TenantStore<MailChoiceRow> {

    public MailChoiceStore() {
        super(MailChoiceRow.class);
    }

    /** @return how many there were: one or none */
    public int removeOf(TenantId tenant, UUID person) {
        return change(tenant, "delete from MailChoiceRow e where e.tenant = :tenant and e.id = :person")
                .setParameter("person", person)
                .executeUpdate();
    }
}
