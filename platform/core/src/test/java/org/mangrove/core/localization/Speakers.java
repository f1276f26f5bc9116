package org.mangrove.core.localization;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.sdk.Tenant;
import org.mangrove.sdk.TenantId;

/** Tenants in three markets. */
final class Speakers {

    static final Locale ARABIC = Locale.of("ar");

    static final Tenant BERLIN =
            tenant(1, "acme-de", "Europe/Berlin", "gregorian", "latn", "DE", Locale.GERMAN, Locale.ENGLISH);
    static final Tenant RIYADH =
            tenant(2, "acme-sa", "Asia/Riyadh", "islamic-umalqura", "arab", "SA", ARABIC, Locale.ENGLISH);
    static final Tenant OSAKA =
            tenant(3, "acme-jp", "Asia/Tokyo", "japanese", "latn", "JP", Locale.JAPANESE, Locale.ENGLISH);

    private Speakers() {}

    static TenantProfile of(Tenant tenant) {
        return saying(tenant, Map.of());
    }

    static TenantProfile saying(Tenant tenant, Map<Locale, Map<String, String>> words) {
        return profile(tenant, words, List.of());
    }

    static TenantProfile withPlugin(Tenant tenant, String plugin, String version) {
        return profile(tenant, Map.of(), List.of(new TenantProfile.PluginChoice(plugin, version, List.of(), Map.of())));
    }

    private static TenantProfile profile(
            Tenant tenant, Map<Locale, Map<String, String>> words, List<TenantProfile.PluginChoice> plugins) {
        return new TenantProfile(
                tenant,
                new EnterpriseId(1),
                tenant.zone(),
                Optional.empty(),
                Map.of(Locale.ENGLISH, tenant.slug()),
                new TenantProfile.Identity("realm", tenant.slug(), "client", Optional.empty()),
                new TenantProfile.Theme("#116149", Optional.empty()),
                List.of(),
                List.of(),
                plugins,
                words);
    }

    private static Tenant tenant(
            int number, String slug, String zone, String calendar, String digits, String country, Locale... languages) {
        return new Tenant(
                new TenantId(number),
                slug,
                "eu",
                List.of(languages),
                ZoneId.of(zone),
                calendar,
                digits,
                DayOfWeek.MONDAY,
                Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
                List.of(country));
    }
}
