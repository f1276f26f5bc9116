package org.mangrove.core.forwarding.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.mangrove.core.tenancy.TenantStore;
import org.mangrove.sdk.TenantId;

/** Record stores elsewhere, as admins described them. */
@ApplicationScoped
public class ForwarderStore extends TenantStore<ForwarderRow> {

    public ForwarderStore() {
        super(ForwarderRow.class);
    }

    /** Those that were not removed, by their titles. */
    public List<ForwarderRow> open(TenantId tenant) {
        return where(tenant, "e.removedAt is null", "e.title, e.id").getResultList();
    }

    /** Writes what was added, so that other rows can hang on it. */
    public void flush(TenantId tenant) {
        session(tenant).flush();
    }
}
