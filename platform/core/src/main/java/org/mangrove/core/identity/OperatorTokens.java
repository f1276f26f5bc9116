package org.mangrove.core.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.MalformedURLException;
import java.net.URI;
import java.text.ParseException;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.mangrove.core.database.Configuration;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.sdk.Message;

/**
 * Knows operators by their bearer tokens.
 *
 * <p>Operators have a realm of their own, in which there is nobody else: whoever holds an access token of it is one.
 */
@ApplicationScoped
public class OperatorTokens {

    private static final String SCHEME = "Bearer ";

    @Inject
    Configuration configuration;

    private final ReentrantLock building = new ReentrantLock();
    private @Nullable DefaultJWTProcessor<SecurityContext> processor;

    /**
     * @param authorization the header of that name, empty if there was none
     * @return the operator's name there
     * @throws Refusal.NotSignedIn if it is not an operator's
     */
    public String mustBeOperator(String authorization) {
        if (!authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw refused();
        }
        try {
            JWTClaimsSet claims =
                    processor().process(authorization.substring(SCHEME.length()).strip(), null);
            String name = claims.getStringClaim("preferred_username");
            return name == null ? claims.getSubject() : name;
        } catch (ParseException | BadJOSEException | JOSEException invalid) {
            throw refused();
        }
    }

    private static Refusal.NotSignedIn refused() {
        return new Refusal.NotSignedIn(Message.of("provisioning.operator.is-needed"));
    }

    private DefaultJWTProcessor<SecurityContext> processor() {
        building.lock();
        try {
            DefaultJWTProcessor<SecurityContext> built = processor;
            if (built == null) {
                built = build();
                processor = built;
            }
            return built;
        } finally {
            building.unlock();
        }
    }

    private DefaultJWTProcessor<SecurityContext> build() {
        String issuer = configuration.must("mangrove.keycloak.url") + "/realms/"
                + configuration.find("mangrove.operator.realm").orElse("operators");
        try {
            var keys = JWKSourceBuilder.<SecurityContext>create(URI.create(issuer + "/protocol/openid-connect/certs")
                            .toURL())
                    .retrying(true)
                    .build();
            var made = new DefaultJWTProcessor<SecurityContext>();
            made.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keys));
            made.setJWTClaimsSetVerifier(new DefaultJWTClaimsVerifier<>(
                    new JWTClaimsSet.Builder()
                            .issuer(issuer)
                            .claim("typ", "Bearer")
                            .build(),
                    new HashSet<>(List.of("exp", "iat", "sub"))));
            return made;
        } catch (MalformedURLException wrong) {
            throw new IllegalStateException("mangrove.keycloak.url is no address: " + issuer, wrong);
        }
    }
}
