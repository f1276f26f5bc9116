package org.mangrove.core.identity.web;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.mangrove.core.database.Configuration;
import org.mangrove.core.identity.ClientSecret;

/**
 * Where each realm is found, and with which keys it signs.
 *
 * <p>Keys are kept, fetched anew before they grow old, not asked for more often than every half minute whoever shows
 * unknown ones, and go on being used for some hours if Keycloak cannot be reached.
 */
@ApplicationScoped
public class Realms {

    private static final int PATIENCE_MILLIS = 3_000;
    private static final int LONGEST_ANSWER = 128 * 1024;
    private static final Duration KEPT = Duration.ofMinutes(15);
    private static final Duration KEPT_IN_AN_OUTAGE = Duration.ofHours(12);

    @Inject
    Configuration configuration;

    private final Map<String, JWKSource<SecurityContext>> keys = new ConcurrentHashMap<>();

    /** As tokens name it, which is as browsers reach it. */
    String issuer(String realm) {
        return configuration.must("mangrove.keycloak.url") + "/realms/" + realm;
    }

    URI authorization(String realm) {
        return URI.create(issuer(realm) + "/protocol/openid-connect/auth");
    }

    URI endOfSession(String realm) {
        return URI.create(issuer(realm) + "/protocol/openid-connect/logout");
    }

    URI token(String realm) {
        return URI.create(asNodesReachIt(realm) + "/protocol/openid-connect/token");
    }

    String secret(RelyingParty party) {
        String key = party.isCore() ? configuration.coreClientSecretKey() : key();
        return ClientSecret.derive(key, party.realm(), party.client());
    }

    /** The installation's own key, from which others are derived. */
    String key() {
        return configuration.must("mangrove.client-secret-key");
    }

    String operators() {
        return configuration.find("mangrove.operator.realm").orElse("operators");
    }

    JWKSource<SecurityContext> keys(String realm) {
        return keys.computeIfAbsent(realm, this::fetching);
    }

    private JWKSource<SecurityContext> fetching(String realm) {
        try {
            var url = URI.create(asNodesReachIt(realm) + "/protocol/openid-connect/certs")
                    .toURL();
            return JWKSourceBuilder.<SecurityContext>create(
                            url, new DefaultResourceRetriever(PATIENCE_MILLIS, PATIENCE_MILLIS, LONGEST_ANSWER))
                    .cache(KEPT.toMillis(), 2L * PATIENCE_MILLIS)
                    .refreshAheadCache(false)
                    .rateLimited(true)
                    .retrying(true)
                    .outageTolerant(KEPT_IN_AN_OUTAGE.toMillis())
                    .build();
        } catch (MalformedURLException e) {
            throw new IllegalStateException("mangrove.keycloak.url is no address", e);
        }
    }

    private String asNodesReachIt(String realm) {
        return configuration
                .find("mangrove.keycloak.node-url")
                .map(url -> url + "/realms/" + realm)
                .orElseGet(() -> issuer(realm));
    }
}
