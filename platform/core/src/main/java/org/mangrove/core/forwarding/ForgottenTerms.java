package org.mangrove.core.forwarding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mangrove.core.database.Configuration;
import org.mangrove.core.identity.ClientSecret;
import org.mangrove.sdk.TenantId;

/**
 * What the terms of somebody who was forgotten are called as long as something may be on its way. A term itself would be a trace
 * of the person: it stood in indexes, and in backups still does.
 */
@ApplicationScoped
class ForgottenTerms {

    @Inject
    Configuration configuration;

    UUID of(TenantId tenant, UUID term) {
        String keyed = ClientSecret.derive(
                configuration.must("mangrove.client-secret-key"), "forwarding-forgotten", tenant.number() + "/" + term);
        var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(keyed));
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    Set<UUID> of(TenantId tenant, Collection<UUID> terms) {
        return terms.stream().map(term -> of(tenant, term)).collect(Collectors.toSet());
    }
}
