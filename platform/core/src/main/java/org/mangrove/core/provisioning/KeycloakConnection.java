package org.mangrove.core.provisioning;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.KeycloakBuilder;
import org.mangrove.core.database.Configuration;

/** Keycloak's admin interface, spoken to as the node's own service client. Opened when first needed. */
@ApplicationScoped
public class KeycloakConnection {

    @Inject
    Configuration configuration;

    private final AtomicReference<@Nullable Keycloak> open = new AtomicReference<>();

    Keycloak keycloak() {
        Keycloak there = open.get();
        if (there != null) {
            return there;
        }
        Keycloak.setClientProvider(new JerseyClients());
        Keycloak made = KeycloakBuilder.builder()
                .serverUrl(configuration.must("mangrove.keycloak.url"))
                .realm("master")
                .grantType("client_credentials")
                .clientId(configuration.must("mangrove.keycloak.admin.client"))
                .clientSecret(configuration.must("mangrove.keycloak.admin.secret"))
                .build();
        if (open.compareAndSet(null, made)) {
            return made;
        }
        made.close();
        return keycloak();
    }

    @PreDestroy
    void close() {
        Keycloak there = open.getAndSet(null);
        if (there != null) {
            there.close();
        }
    }
}
