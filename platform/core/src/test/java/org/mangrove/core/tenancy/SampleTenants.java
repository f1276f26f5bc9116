package org.mangrove.core.tenancy;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mangrove.core.tenancy.TenantProfile.PluginChoice;
import org.mangrove.core.tenancy.TenantProfile.Purpose;
import org.mangrove.sdk.Tenant;
import org.mangrove.sdk.TenantId;

/** Tenants of one enterprise in three markets, for tests and measurements of whatever serves tenants. */
public final class SampleTenants {

    public static final EnterpriseId ACME = new EnterpriseId(1);
    public static final Locale ARABIC = Locale.of("ar");

    public static final Tenant BERLIN = new Tenant(
            new TenantId(1),
            "acme-de",
            "eu",
            List.of(Locale.GERMAN, Locale.ENGLISH),
            ZoneId.of("Europe/Berlin"),
            "gregorian",
            "latn",
            DayOfWeek.MONDAY,
            Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
            List.of("DE"));
    public static final Tenant RIYADH = new Tenant(
            new TenantId(2),
            "acme-sa",
            "sa",
            List.of(ARABIC, Locale.ENGLISH),
            ZoneId.of("Asia/Riyadh"),
            "islamic-umalqura",
            "arab",
            DayOfWeek.SUNDAY,
            Set.of(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY),
            List.of("SA"));
    public static final Tenant OSAKA = new Tenant(
            new TenantId(3),
            "acme-jp",
            "jp",
            List.of(Locale.JAPANESE, Locale.ENGLISH),
            ZoneId.of("Asia/Tokyo"),
            "japanese",
            "latn",
            DayOfWeek.SUNDAY,
            Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
            List.of("JP"));

    private SampleTenants() {}

    /** Another tenant in the same market. */
    public static Tenant like(Tenant sample, int number, String slug) {
        return changed(sample, new TenantId(number), slug, sample.languages(), sample.calendar());
    }

    /** The same tenant with another calendar. */
    public static Tenant counting(Tenant sample, String calendar) {
        return changed(sample, sample.id(), sample.slug(), sample.languages(), calendar);
    }

    /** The same tenant with other languages. */
    public static Tenant speaking(Tenant sample, Locale... languages) {
        return changed(sample, sample.id(), sample.slug(), List.of(languages), sample.calendar());
    }

    /** Nothing but these plugins is special about it. */
    public static TenantProfile of(Tenant tenant, PluginChoice... plugins) {
        return profile(ACME, tenant, List.of(), List.of(plugins), Map.of());
    }

    /** A customer of another enterprise. */
    public static TenantProfile of(EnterpriseId enterprise, Tenant tenant) {
        return profile(enterprise, tenant, List.of(), List.of(), Map.of());
    }

    /** It says some things in words of its own. */
    public static TenantProfile saying(Tenant tenant, Map<Locale, Map<String, String>> words) {
        return profile(ACME, tenant, List.of(), List.of(), words);
    }

    /** It uses personal data for these purposes. */
    public static TenantProfile processing(Tenant tenant, Purpose... purposes) {
        return profile(ACME, tenant, List.of(purposes), List.of(), Map.of());
    }

    /** A plugin with neither grants nor settings. */
    public static PluginChoice plugin(String id, String version) {
        return new PluginChoice(id, version, List.of(), Map.of());
    }

    private static Tenant changed(Tenant sample, TenantId id, String slug, List<Locale> languages, String calendar) {
        return new Tenant(
                id,
                slug,
                sample.zone(),
                languages,
                sample.timeZone(),
                calendar,
                sample.numberingSystem(),
                sample.firstDayOfWeek(),
                sample.weekend(),
                sample.jurisdictions());
    }

    private static TenantProfile profile(
            EnterpriseId enterprise,
            Tenant tenant,
            List<Purpose> purposes,
            List<PluginChoice> plugins,
            Map<Locale, Map<String, String>> words) {
        String slug = tenant.slug();
        return new TenantProfile(
                tenant,
                enterprise,
                tenant.zone(),
                Optional.empty(),
                Map.of(tenant.languages().getFirst(), slug),
                new TenantProfile.Identity("realm-" + tenant.zone(), slug, "mangrove-" + slug, Optional.empty()),
                new TenantProfile.Theme("#1450aa", Optional.empty()),
                List.of(),
                purposes,
                plugins,
                words);
    }
}
