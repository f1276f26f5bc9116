package org.mangrove.core.provisioning;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mangrove.core.tenancy.Enterprise;
import org.mangrove.core.tenancy.EnterpriseId;

/**
 * What an enterprise's folder says.
 *
 * @param homeRealm where governors and authors of its core sign in
 * @param quality what it demands of its courses: values by {@code criterion.parameter}
 * @param rights who may do what in it, and who has to agree: values by {@code space.may.act} and {@code space.rules.name.what}
 * @param components plugins, systems and tools that are to be entered in its register: values by {@code key.what}
 */
public record EnterpriseDeclaration(
        String slug,
        Map<Locale, String> names,
        Locale language,
        String homeRealm,
        Map<String, String> quality,
        Map<String, String> rights,
        Map<String, String> components,
        List<RegionDeclaration> regions,
        List<TenantDeclaration> tenants) {

    public EnterpriseDeclaration {
        names = Map.copyOf(names);
        quality = Map.copyOf(quality);
        rights = Map.copyOf(rights);
        components = Map.copyOf(components);
        regions = List.copyOf(regions);
        tenants = List.copyOf(tenants);
    }

    /** The client of the enterprise's core in its home realm. */
    public String coreClient() {
        return "mangrove-" + slug + "-core";
    }

    public Enterprise withId(EnterpriseId id) {
        return new Enterprise(id, slug, names, language, homeRealm, quality, rights, components);
    }
}
