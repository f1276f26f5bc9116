package org.mangrove.core.tenancy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A place in the lineage of an enterprise that content and policy come down through.
 *
 * @param slug unique in the enterprise: {@code global}, a region's name, or the tenant's
 * @param parent the slug of the space above; empty for GLOBAL
 * @param jurisdictions ISO 3166 codes of the laws that hold there
 */
public record Space(
        EnterpriseId enterprise,
        UUID id,
        SpaceKind kind,
        String slug,
        Optional<String> parent,
        Map<Locale, String> names,
        List<String> jurisdictions) {

    public Space {
        names = Map.copyOf(names);
        jurisdictions = List.copyOf(jurisdictions);
    }
}
