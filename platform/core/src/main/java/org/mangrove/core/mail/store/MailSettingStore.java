package org.mangrove.core.mail.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.mangrove.core.tenancy.TenantStore;
import org.mangrove.sdk.TenantId;

/** What tenants say of the mail to their people. */
@ApplicationScoped
public class MailSettingStore extends TenantStore<MailSettingRow> {

    public MailSettingStore() {
        super(MailSettingRow.class);
    }

    public Optional<MailSettingRow> find(TenantId tenant) {
        return find(tenant, MailSettingRow.ONLY);
    }
}
