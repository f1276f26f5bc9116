package org.mangrove.core.forwarding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mangrove.core.keys.ZoneKeys;
import org.mangrove.sdk.TenantId;

/**
 * What the terms of somebody who was forgotten are called as long as something may be on its way. A term itself would be a trace
 * of the person: it stood in indexes, and in backups still does.
 */
@ApplicationScoped
class ForgottenTerms {

    @Inject
    ZoneKeys keys;

    UUID of(TenantId tenant, UUID term) {
        return keys.name("forwarding/forgotten", tenant, term.toString());
    }

    Set<UUID> of(TenantId tenant, Collection<UUID> terms) {
        return terms.stream().map(term -> of(tenant, term)).collect(Collectors.toSet());
    }
}
