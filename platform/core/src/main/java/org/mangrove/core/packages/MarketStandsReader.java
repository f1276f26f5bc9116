package org.mangrove.core.packages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.mangrove.core.packages.store.MarketPackagesStore;
import org.mangrove.core.publication.Tiding;
import org.mangrove.core.publication.TidingReader;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.tenancy.Definitions;
import org.mangrove.core.tenancy.Enterprise;
import org.mangrove.core.tenancy.TenantRegister;
import org.mangrove.sdk.Message;

/** Hears in the core how packages stand in markets. A cell speaks for its own tenants only. */
@ApplicationScoped
public class MarketStandsReader implements TidingReader {

    static final String TYPE = "packages.market";

    private static final int MOST = 2_000;

    @Inject
    MarketPackagesStore store;

    @Inject
    TenantRegister register;

    @Inject
    Clock clock;

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public void read(String cell, Enterprise enterprise, Tiding tiding) {
        if (!register.isKeptBy(enterprise.id(), tiding.subject(), cell)) {
            throw new Refusal.Invalid(tiding.subject(), Message.of("packages.market.not-of-the-cell"));
        }
        store.put(enterprise.id(), tiding.subject(), clock.instant(), stands(tiding));
    }

    /** There is no room in it for words: states, digests, days and numbers, by keys of packages. */
    private static MarketStands stands(Tiding tiding) {
        try {
            MarketStands stands = Definitions.read(tiding.payload(), MarketStands.class);
            boolean isPlain = stands.bySlug().size() <= MOST
                    && stands.bySlug().keySet().stream().allMatch(Packages::isSlug);
            if (isPlain) {
                return stands;
            }
        } catch (IllegalArgumentException | NullPointerException unreadable) {
            // told below
        }
        throw new Refusal.Invalid(tiding.subject(), Message.of("packages.market.unreadable"));
    }
}
