package org.mangrove.core.provisioning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mangrove.core.database.Configuration;
import org.mangrove.core.publication.EnterpriseApplier;
import org.mangrove.core.publication.Feed;
import org.mangrove.core.publication.FeedItem;
import org.mangrove.core.publication.Subscription;
import org.mangrove.core.publication.TenantApplier;
import org.mangrove.core.tenancy.Definitions;
import org.mangrove.core.tenancy.Enterprise;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.SpaceKind;
import org.mangrove.core.tenancy.TenantDirectory;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.core.tenancy.TenantRegister;

/** Writes enterprises and tenants into the core's book, and publishes them to the cells in the same transaction. */
@ApplicationScoped
public class Registration {

    private static final String GLOBAL = "global";

    @Inject
    TenantRegister register;

    @Inject
    Feed feed;

    @Inject
    TenantDirectory directory;

    @Inject
    Subscription subscription;

    @Inject
    Configuration configuration;

    @Transactional
    public List<Enterprise> enterprises() {
        return register.enterprises();
    }

    @Transactional
    public List<TenantProfile> tenants() {
        return register.tenants();
    }

    /** To be followed by {@link #remember}. */
    @Transactional
    public void register(EnterpriseDeclaration declared) {
        EnterpriseId id = register.numberOfEnterprise(declared.slug());
        Enterprise enterprise = declared.withId(id);
        register.save(enterprise);
        Map<Locale, String> names = declared.names();
        register.save(id, SpaceKind.GLOBAL, GLOBAL, Optional.empty(), names, List.of());
        for (RegionDeclaration region : declared.regions()) {
            register.save(
                    id, SpaceKind.REGION, region.slug(), Optional.of(GLOBAL), region.names(), region.jurisdictions());
        }
        feed.append(
                id, FeedItem.of(EnterpriseApplier.TYPE, enterprise.slug(), Definitions.write(enterprise.published())));
    }

    @Transactional
    public void register(String enterprise, TenantDeclaration declared) {
        EnterpriseId owner = register.numberOfEnterprise(enterprise);
        TenantProfile profile = declared.profile(register.numberOfTenant(declared.slug()), owner);
        register.save(profile);
        feed.append(owner, FeedItem.of(TenantApplier.TYPE, declared.slug(), Definitions.write(profile)));
    }

    /**
     * Lets this node know of what is new, core and cells: those that other nodes serve learn it from the feed a little
     * later.
     */
    void remember() {
        if (configuration.servesCore()) {
            directory.loadCore();
        }
        for (String cell : configuration.cells()) {
            try {
                subscription.catchUp(cell);
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
