package org.mangrove.core.pages;

import java.util.Optional;
import org.mangrove.core.tenancy.TenantProfile;

/** Knows when a tenant's cell last heard of the global core. Called for every page: no questions to the database. */
public interface FreshnessSource {

    Optional<Freshness> find(TenantProfile tenant);
}
