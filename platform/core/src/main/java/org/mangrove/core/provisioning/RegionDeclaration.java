package org.mangrove.core.provisioning;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A REGION space of an enterprise, between GLOBAL and the tenants. */
public record RegionDeclaration(String slug, Map<Locale, String> names, List<String> jurisdictions) {

    public RegionDeclaration {
        names = Map.copyOf(names);
        jurisdictions = List.copyOf(jurisdictions);
    }
}
