package org.mangrove.core.pages;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mangrove.core.identity.Caller;
import org.mangrove.core.identity.CoreCaller;
import org.mangrove.core.tenancy.Address;

/**
 * The surroundings in which a page is shown: who looks at it, where, and how they want to see it.
 *
 * @param query what the address says behind its question mark, the first value of each name
 * @param requestId names this request in answers and logs
 */
public record Visit(
        Address address,
        Map<String, String> query,
        Brand brand,
        Look look,
        Optional<Caller> caller,
        Optional<CoreCaller> coreCaller,
        List<NavigationItem> navigation,
        List<LanguageChoice> languages,
        Optional<Flash> flash,
        Optional<Freshness> freshness,
        String csrfToken,
        String requestId) {

    public Visit {
        query = Map.copyOf(query);
        navigation = List.copyOf(navigation);
        languages = List.copyOf(languages);
    }
}
