package org.mangrove.core.publication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.mangrove.core.tenancy.Definitions;
import org.mangrove.core.tenancy.Enterprise;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.TenantDirectory;

/** Writes what the core says of an enterprise into the cells that host it. */
@ApplicationScoped
public class EnterpriseApplier implements FeedApplier {

    /** The type of entries whose payload is a {@link Enterprise}. */
    public static final String TYPE = "enterprise";

    private static final Logger LOG = System.getLogger(EnterpriseApplier.class.getName());

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
        mustBeItsNumber(cell, described);
        directory.store(cell, described);
    }

    /** A core that was restored might give a number again: what hangs on one enterprise would become another's. */
    private void mustBeItsNumber(String cell, Enterprise enterprise) {
        boolean isAnothers = directory.isAnothers(cell, enterprise)
                || directory
                        .findEnterprise(enterprise.id())
                        .filter(there -> !there.slug().equals(enterprise.slug()))
                        .isPresent();
        if (isAnothers) {
            throw new BrokenFeed("enterprise " + enterprise.slug()
                    + " has another number in this cell, or its number another enterprise");
        }
    }

    /** Rows of people hang on it: it stays until somebody closes it. */
    @Override
    public void remove(String cell, EnterpriseId enterprise, String subject) {
        LOG.log(Level.WARNING, "The core no longer knows enterprise {0}; cell {1} goes on serving it", subject, cell);
    }

    @Override
    public void applied(String cell, EnterpriseId enterprise) {
        directory.loadCell(cell);
    }
}
