package org.mangrove.core.localization;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mangrove.sdk.Tenant;

/** The customs of each tenant, shaped by its market's plugins where these have something to say. */
@ApplicationScoped
public class LocalCustoms {

    private final Iterable<CustomSource> sources;

    /** Customs of languages and tenants alone. */
    public LocalCustoms() {
        sources = List.of();
    }

    @Inject
    LocalCustoms(Instance<CustomSource> sources) {
        this.sources = sources;
    }

    public Customs of(Tenant tenant, Locale locale) {
        for (CustomSource source : sources) {
            var custom = source.find(tenant, locale);
            if (custom.isPresent()) {
                return Customs.of(tenant, locale, custom);
            }
        }
        return Customs.of(tenant, locale, Optional.empty());
    }
}
