package org.mangrove.core.tenancy;

import java.util.List;
import java.util.Optional;
import org.mangrove.sdk.TenantId;

/** Finds the tenants that this node serves. Answers come from memory and are safe for many threads at once. */
public interface Tenants {

    Optional<TenantProfile> find(TenantId tenant);

    Optional<TenantProfile> findBySlug(String slug);

    /** All that this node serves, by slug. */
    List<TenantProfile> all();

    Optional<Enterprise> findEnterprise(EnterpriseId enterprise);

    Optional<Enterprise> findEnterpriseBySlug(String slug);

    List<Enterprise> allEnterprises();
}
