package org.mangrove.core.publication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.mangrove.core.tenancy.Definitions;
import org.mangrove.core.tenancy.Enterprise;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.TenantDirectory;

/** Writes what the core says of an enterprise into the cells that host it. */
@ApplicationScoped
public class EnterpriseApplier implements FeedApplier {

    /** The type of entries whose payload is a {@link Enterprise}. */
    public static final String TYPE = "enterprise";

    @Inject
    TenantDirectory directory;

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public void apply(String cell, EnterpriseId enterprise, FeedItem item) {
        var described = Definitions.read(item.payload(), Enterprise.class);
        if (!described.id().equals(enterprise)) {
            throw new BrokenFeed("an entry about another enterprise");
        }
        directory.store(cell, described);
    }

    @Override
    public void applied(String cell, EnterpriseId enterprise) {
        directory.loadCell(cell);
    }
}
