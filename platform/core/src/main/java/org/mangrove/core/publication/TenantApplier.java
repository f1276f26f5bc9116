package org.mangrove.core.publication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.mangrove.core.tenancy.Definitions;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.TenantDirectory;
import org.mangrove.core.tenancy.TenantProfile;

/** Writes what the core says of a tenant into the cell that serves it; other cells pass it over. */
@ApplicationScoped
public class TenantApplier implements FeedApplier {

    /** The type of entries whose payload is a {@link TenantProfile}. */
    public static final String TYPE = "tenant";

    private static final Logger LOG = System.getLogger(TenantApplier.class.getName());

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
            mustBeItsNumber(cell, tenant);
            directory.store(cell, tenant);
        }
    }

    /**
     * A core that was restored might give a number again: the rows of one tenant would become another's. What this node has in
     * memory covers all its cells, and what the cell has in its rows what other nodes have applied.
     */
    private void mustBeItsNumber(String cell, TenantProfile tenant) {
        var id = tenant.tenant().id();
        var slug = tenant.tenant().slug();
        boolean isAnothers = directory.isAnothers(cell, tenant)
                || directory
                        .find(id)
                        .filter(there -> !there.tenant().slug().equals(slug))
                        .isPresent()
                || directory
                        .findBySlug(slug)
                        .filter(there -> !there.tenant().id().equals(id))
                        .isPresent();
        if (isAnothers) {
            throw new BrokenFeed("tenant " + slug + " has another number in this cell, or its number another tenant");
        }
    }

    /** Its people's rows are the cell's, whatever the core has forgotten: it stays until somebody closes it. */
    @Override
    public void remove(String cell, EnterpriseId enterprise, String subject) {
        if (directory
                .findBySlug(subject)
                .filter(there -> there.cell().equals(cell))
                .isPresent()) {
            LOG.log(
                    Level.WARNING,
                    "The core no longer knows tenant {0}; cell {1} goes on serving it. Apply tenants-config to make it known",
                    subject,
                    cell);
        }
    }

    @Override
    public void applied(String cell, EnterpriseId enterprise) {
        directory.loadCell(cell);
    }
}
