package org.mangrove.core.extension;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.mangrove.core.localization.CustomSource;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.core.tenancy.TenantProfile.PluginChoice;
import org.mangrove.core.tenancy.Tenants;
import org.mangrove.sdk.Tenant;
import org.mangrove.sdk.TenantId;
import org.mangrove.sdk.custom.Custom;
import org.mangrove.sdk.custom.MarketCustom;

/**
 * Asks a tenant's plugins how dates and names are written, and keeps the answer until the tenant's configuration or the
 * installed plugins change.
 *
 * <p>That nobody answered is kept for a minute only: a plugin may have failed.
 */
@ApplicationScoped
public class MarketCustoms implements CustomSource {

    private static final Duration NOBODY_ANSWERED = Duration.ofMinutes(1);

    @Inject
    Extensions extensions;

    @Inject
    Plugins plugins;

    @Inject
    Tenants tenants;

    @Inject
    PluginGates gates;

    @Inject
    Clock clock;

    private final Map<Question, Kept> kept = new ConcurrentHashMap<>();

    private record Question(TenantId tenant, Locale language) {}

    private record Kept(
            Optional<Custom> answer,
            Tenant tenant,
            List<PluginChoice> plugins,
            Set<String> heldBack,
            long change,
            Instant at) {

        boolean holds(TenantProfile now, Set<String> heldBackNow, long changes, Instant moment) {
            return change == changes
                    && (answer.isPresent() || moment.isBefore(at.plus(NOBODY_ANSWERED)))
                    && tenant.equals(now.tenant())
                    && plugins.equals(now.plugins())
                    && heldBack.equals(heldBackNow);
        }
    }

    @Override
    public Optional<Custom> find(Tenant tenant, Locale language) {
        Optional<TenantProfile> profile = tenants.find(tenant.id());
        if (profile.isEmpty() || profile.get().plugins().isEmpty()) {
            return Optional.empty();
        }
        var question = new Question(tenant.id(), language);
        Kept before = kept.get(question);
        profile.get().plugins().forEach(choice -> plugins.findLoaded(new PluginName(choice.id(), choice.version())));
        long changes = plugins.changes();
        Instant now = clock.instant();
        Set<String> heldBack = gates.heldBack(profile.get());
        if (before != null && before.holds(profile.get(), heldBack, changes, now)) {
            return before.answer();
        }
        Optional<Custom> answer =
                extensions
                        .ask(profile.get(), MarketCustom.class, (custom, market) -> custom.custom(market, language))
                        .stream()
                        .flatMap(Optional::stream)
                        .findFirst();
        kept.put(
                question, new Kept(answer, profile.get().tenant(), profile.get().plugins(), heldBack, changes, now));
        return answer;
    }
}
