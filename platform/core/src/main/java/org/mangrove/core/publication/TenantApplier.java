package org.mangrove.core.publication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.mangrove.core.tenancy.Definitions;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.TenantDirectory;
import org.mangrove.core.tenancy.TenantProfile;

/** Writes what the core says of a tenant into the cell that serves it; other cells pass it over. */
@ApplicationScoped
public class TenantApplier implements FeedApplier {

    /** The type of entries whose payload is a {@link TenantProfile}. */
    public static final String TYPE = "tenant";

    @Inject
    TenantDirectory directory;

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public void apply(String cell, EnterpriseId enterprise, FeedItem item) {
        var tenant = Definitions.read(item.payload(), TenantProfile.class);
        if (!tenant.enterprise().equals(enterprise)) {
            throw new BrokenFeed("a tenant of another enterprise");
        }
        if (tenant.cell().equals(cell)) {
            directory.store(cell, tenant);
        }
    }

    @Override
    public void applied(String cell, EnterpriseId enterprise) {
        directory.loadCell(cell);
    }
}
