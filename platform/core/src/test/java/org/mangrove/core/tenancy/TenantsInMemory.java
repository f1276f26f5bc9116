package org.mangrove.core.tenancy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mangrove.core.database.Configuration;
import org.mangrove.sdk.TenantId;

/** The tenants that a test has told of. */
public final class TenantsInMemory implements Tenants {

    private final Map<TenantId, TenantProfile> profiles = new LinkedHashMap<>();

    public static TenantsInMemory of(TenantProfile... profiles) {
        var tenants = new TenantsInMemory();
        List.of(profiles).forEach(tenants::add);
        return tenants;
    }

    /** Over what was known of this tenant before. */
    public TenantProfile add(TenantProfile profile) {
        profiles.put(profile.tenant().id(), profile);
        return profile;
    }

    /** Where they are on a node that was told nothing. */
    public Addresses addresses() {
        var addresses = new Addresses();
        addresses.tenants = this;
        addresses.configuration = new Configuration();
        return addresses;
    }

    @Override
    public Optional<TenantProfile> find(TenantId tenant) {
        return Optional.ofNullable(profiles.get(tenant));
    }

    @Override
    public Optional<TenantProfile> findBySlug(String slug) {
        return profiles.values().stream()
                .filter(profile -> profile.tenant().slug().equals(slug))
                .findFirst();
    }

    @Override
    public List<TenantProfile> all() {
        return List.copyOf(profiles.values());
    }

    @Override
    public Optional<Enterprise> findEnterprise(EnterpriseId enterprise) {
        return Optional.empty();
    }

    @Override
    public Optional<Enterprise> findEnterpriseBySlug(String slug) {
        return Optional.empty();
    }

    @Override
    public List<Enterprise> allEnterprises() {
        return List.of();
    }
}
