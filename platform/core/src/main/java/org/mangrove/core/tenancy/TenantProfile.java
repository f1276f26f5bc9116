package org.mangrove.core.tenancy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mangrove.sdk.Tenant;

/**
 * Everything that {@code tenants-config} says of one tenant and that its cell must know to serve it.
 *
 * @param cell the cell that serves it
 * @param region the slug of the REGION space above it; empty if it stands directly below GLOBAL
 * @param names its name as shown, per language
 * @param words what the tenant says in its own way: message key to text, per language
 */
public record TenantProfile(
        Tenant tenant,
        EnterpriseId enterprise,
        String cell,
        Optional<String> region,
        Map<Locale, String> names,
        Identity identity,
        Theme theme,
        List<LegalEntity> legalEntities,
        List<Purpose> purposes,
        List<PluginChoice> plugins,
        Map<Locale, Map<String, String>> words) {

    public TenantProfile {
        names = Map.copyOf(names);
        legalEntities = List.copyOf(legalEntities);
        purposes = List.copyOf(purposes);
        plugins = List.copyOf(plugins);
        words = Map.copyOf(words);
    }

    /**
     * Where its people sign in.
     *
     * @param realm one for each enterprise and zone, such as {@code acme-eu}
     * @param organization the alias of its organization in that realm
     * @param client the client id of its own client there
     * @param provider the alias of the company's own identity provider, if its people are sent straight to it
     */
    public record Identity(String realm, String organization, String client, Optional<String> provider) {}

    /** @param brand the brand colour as {@code #rrggbb}; contrast is kept whatever it is */
    public record Theme(String brand, Optional<String> logo) {}

    /** @param worksCouncil whether employees' representatives have a say in how people are measured there */
    public record LegalEntity(String key, String name, String country, boolean worksCouncil) {}

    /**
     * What personal data is used for.
     *
     * @param key such as {@code training-records}
     * @param basis the legal basis, such as {@code legal-obligation}, {@code contract}, {@code legitimate-interest}, {@code consent}
     * @param legalReference where the law says so
     * @param retentionDays how long the data is kept after the purpose ends
     */
    public record Purpose(String key, String legalEntity, String basis, String legalReference, int retentionDays) {}

    /**
     * A plugin that is switched on, in the tenant's order.
     *
     * @param granted the capabilities that the tenant's admin has granted
     */
    public record PluginChoice(String id, String version, List<String> granted, Map<String, Object> settings) {

        public PluginChoice {
            granted = List.copyOf(granted);
            settings = Map.copyOf(settings);
        }
    }
}
