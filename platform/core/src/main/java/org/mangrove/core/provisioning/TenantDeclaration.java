package org.mangrove.core.provisioning;

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

/**
 * What a tenant's file says: its profile, but for the numbers that the core gives.
 *
 * @param zone that of its cell
 * @param domains e-mail domains of its organization; they give nobody a membership
 */
public record TenantDeclaration(
        String slug,
        String cell,
        String zone,
        Optional<String> region,
        Map<Locale, String> names,
        Regional regional,
        TenantProfile.Identity identity,
        List<String> domains,
        List<ProviderDeclaration> providers,
        TenantProfile.Theme theme,
        List<TenantProfile.LegalEntity> legalEntities,
        List<TenantProfile.Purpose> purposes,
        List<TenantProfile.PluginChoice> plugins,
        Map<Locale, Map<String, String>> words) {

    public TenantDeclaration {
        names = Map.copyOf(names);
        domains = List.copyOf(domains);
        providers = List.copyOf(providers);
        legalEntities = List.copyOf(legalEntities);
        purposes = List.copyOf(purposes);
        plugins = List.copyOf(plugins);
        words = Map.copyOf(words);
    }

    /** How things are said and counted there. */
    public record Regional(
            List<Locale> languages,
            ZoneId timeZone,
            String calendar,
            String numberingSystem,
            DayOfWeek firstDayOfWeek,
            Set<DayOfWeek> weekend,
            List<String> jurisdictions) {

        public Regional {
            languages = List.copyOf(languages);
            weekend = Set.copyOf(weekend);
            jurisdictions = List.copyOf(jurisdictions);
        }
    }

    public TenantProfile profile(TenantId id, EnterpriseId enterprise) {
        var tenant = new Tenant(
                id,
                slug,
                zone,
                regional.languages(),
                regional.timeZone(),
                regional.calendar(),
                regional.numberingSystem(),
                regional.firstDayOfWeek(),
                regional.weekend(),
                regional.jurisdictions());
        return new TenantProfile(
                tenant, enterprise, cell, region, names, identity, theme, legalEntities, purposes, plugins, words);
    }
}
