package org.mangrove.core.extension;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mangrove.core.tenancy.Enterprise;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.core.tenancy.TenantProfile.Identity;
import org.mangrove.core.tenancy.TenantProfile.PluginChoice;
import org.mangrove.core.tenancy.TenantProfile.Theme;
import org.mangrove.core.tenancy.Tenants;
import org.mangrove.sdk.Tenant;
import org.mangrove.sdk.TenantId;

/** Tenants of tests, each with plugins of its own. */
final class TenantsInMemory implements Tenants {

    private final Map<TenantId, TenantProfile> profiles = new LinkedHashMap<>();

    TenantProfile add(int number, String slug, PluginChoice... plugins) {
        var tenant = new Tenant(
                new TenantId(number),
                slug,
                "eu",
                List.of(Locale.JAPANESE, Locale.ENGLISH),
                ZoneId.of("Asia/Tokyo"),
                "gregorian",
                "latn",
                DayOfWeek.MONDAY,
                Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
                List.of("JP"));
        var profile = new TenantProfile(
                tenant,
                new EnterpriseId(1),
                "eu",
                Optional.empty(),
                Map.of(Locale.ENGLISH, slug),
                new Identity("acme-eu", slug, "mangrove-" + slug, Optional.empty()),
                new Theme("#123456", Optional.empty()),
                List.of(),
                List.of(),
                List.of(plugins),
                Map.of());
        profiles.put(tenant.id(), profile);
        return profile;
    }

    static PluginChoice choice(String id, String version) {
        return new PluginChoice(id, version, List.of(), Map.of());
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
