package org.mangrove.core.expertise.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mangrove.core.expertise.Ask;
import org.mangrove.core.expertise.Experts;
import org.mangrove.core.tenancy.EnterpriseId;

/** Shows asks to somebody: by their language and time zone, with the names of those who agreed to one. */
@ApplicationScoped
class AskViews {

    @Inject
    Experts experts;

    @Inject
    Clock clock;

    List<AskView> of(EnterpriseId enterprise, Optional<UUID> reader, Locale language, List<Ask> asks) {
        Set<UUID> actors = asks.stream()
                .flatMap(ask -> Stream.of(ask.asker(), ask.expert()))
                .collect(Collectors.toSet());
        Map<UUID, String> bylines = experts.bylines(enterprise, actors);
        ZoneId zone = reader.flatMap(actor -> experts.find(enterprise, actor))
                .map(expert -> expert.budget().zone())
                .orElse(ZoneId.of("UTC"));
        return asks.stream()
                .map(ask -> new AskView(ask, language, zone, clock.instant(), bylines))
                .toList();
    }
}
