package org.mangrove.core.identity.web;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.claims.LogoutTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import com.nimbusds.openid.connect.sdk.validators.LogoutTokenValidator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.ParseException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mangrove.core.identity.Account;
import org.mangrove.core.identity.MachineTokens;
import org.mangrove.core.identity.PersonName;
import org.mangrove.core.identity.web.TokenRefused.Why;

/**
 * Says of a token whether it may be believed, and what it says.
 *
 * <p>The issuer is pinned to the realm of the tenant before a token is looked at; signatures are RS256 with a key of that
 * realm and nothing else; an ID token is no bearer token and a bearer token is no ID token.
 */
@ApplicationScoped
public class TokenChecks {

    private static final JWSAlgorithm ALGORITHM = JWSAlgorithm.RS256;
    private static final Set<JOSEObjectType> TYPES =
            new HashSet<>(List.of(JOSEObjectType.JWT, new JOSEObjectType("at+jwt")));

    /** @param keycloakSession the session at the sign-on; ends there, ends here */
    record SignedOn(Account account, String keycloakSession) {}

    /** @param keycloakSession empty if all sessions of the subject are over */
    record Ended(String tokenId, Optional<String> keycloakSession, Optional<String> subject) {}

    @Inject
    Realms realms;

    /** An ID token that came straight from Keycloak in exchange for a code. */
    SignedOn idToken(RelyingParty party, JWT token, Nonce nonce) throws TokenRefused {
        var validator = new IDTokenValidator(
                new Issuer(realms.issuer(party.realm())), new ClientID(party.client()), keysOf(party.realm()), null);
        try {
            JWTClaimsSet claims = validator.validate(token, nonce).toJWTClaimsSet();
            return signedOn(party, claims);
        } catch (BadJOSEException | JOSEException | com.nimbusds.oauth2.sdk.ParseException | ParseException e) {
            throw invalid("ID token", e);
        }
    }

    /** A bearer token for this tenant's interface. */
    SignedOn bearer(RelyingParty party, String token) throws TokenRefused {
        try {
            JWTClaimsSet claims = accessToken(party.realm(), token);
            boolean forUs = claims.getAudience().contains(party.client())
                    || party.client().equals(claims.getStringClaim("azp"))
                    || (party.client() + "-api").equals(claims.getStringClaim("azp"));
            if (!forUs) {
                throw new TokenRefused(Why.INVALID, "Bearer token is for another client");
            }
            return signedOn(party, claims);
        } catch (BadJOSEException | JOSEException | ParseException e) {
            throw invalid("Bearer token", e);
        }
    }

    /** A bearer token of the realm of operators, from their command line or from somebody with the role. */
    void operator(String token) throws TokenRefused {
        try {
            JWTClaimsSet claims = accessToken(realms.operators(), token);
            boolean isCommandLine = "mangrove-operator".equals(claims.getStringClaim("azp"));
            if (!isCommandLine && !realmRoles(claims).contains("operator")) {
                throw new TokenRefused(Why.INVALID, "Bearer token is no operator's");
            }
        } catch (BadJOSEException | JOSEException | ParseException e) {
            throw invalid("Operator's token", e);
        }
    }

    /** A bearer token of a program that has signed in by itself: of nobody who has signed in through that program. */
    KnownMachine machine(String realm, String token) throws TokenRefused {
        try {
            JWTClaimsSet claims = accessToken(realm, token);
            String client = text(claims, "azp");
            if (!client.equals(claims.getStringClaim("client_id"))) {
                throw new TokenRefused(Why.INVALID, "Bearer token is a person's");
            }
            if (!claims.getAudience().contains(MachineTokens.AUDIENCE)) {
                throw new TokenRefused(Why.INVALID, "Bearer token is for something else");
            }
            var scopes = new HashSet<>(List.of(text(claims, "scope").split(" ")));
            return new KnownMachine(
                    new MachineTokens.Machine(client, scopes),
                    claims.getExpirationTime().toInstant());
        } catch (BadJOSEException | JOSEException | ParseException e) {
            throw invalid("Program's token", e);
        }
    }

    record KnownMachine(MachineTokens.Machine machine, Instant until) {}

    /** A logout token, which Keycloak sends by itself. Whether it was shown before is for the caller to ask. */
    Ended logoutToken(RelyingParty party, String token) throws TokenRefused {
        var validator = new LogoutTokenValidator(
                new Issuer(realms.issuer(party.realm())), new ClientID(party.client()), keysOf(party.realm()), null);
        try {
            LogoutTokenClaimsSet claims = validator.validate(SignedJWT.parse(token));
            return new Ended(
                    claims.getJWTID().getValue(),
                    Optional.ofNullable(claims.getSessionID()).map(id -> id.getValue()),
                    Optional.ofNullable(claims.getSubject()).map(subject -> subject.getValue()));
        } catch (BadJOSEException | JOSEException | ParseException e) {
            throw invalid("Logout token", e);
        }
    }

    /** Which realm a token says it is from, and of which organizations: not believed, only to know whom to ask. */
    static Optional<Claimed> claimed(String token) {
        try {
            JWTClaimsSet claims = JWTParser.parse(token).getJWTClaimsSet();
            return claims == null || claims.getIssuer() == null
                    ? Optional.empty()
                    : Optional.of(new Claimed(claims.getIssuer(), organizations(claims)));
        } catch (ParseException e) {
            return Optional.empty();
        }
    }

    /** Which client a token says it is of: not believed, only to know whom to ask. */
    static Optional<String> claimedClient(String token) {
        try {
            JWTClaimsSet claims = JWTParser.parse(token).getJWTClaimsSet();
            return claims == null ? Optional.empty() : Optional.ofNullable(claims.getStringClaim("azp"));
        } catch (ParseException e) {
            return Optional.empty();
        }
    }

    record Claimed(String issuer, Set<String> organizations) {}

    private JWTClaimsSet accessToken(String realm, String token)
            throws BadJOSEException, JOSEException, ParseException, TokenRefused {
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(TYPES));
        processor.setJWSKeySelector(keysOf(realm));
        processor.setJWTClaimsSetVerifier(new DefaultJWTClaimsVerifier<>(
                new JWTClaimsSet.Builder().issuer(realms.issuer(realm)).build(),
                new HashSet<>(List.of("sub", "exp", "iat", "azp"))));
        JWTClaimsSet claims = processor.process(token, null);
        if (!"Bearer".equals(claims.getStringClaim("typ"))) {
            throw new TokenRefused(Why.INVALID, "Not a bearer token");
        }
        return claims;
    }

    private JWSVerificationKeySelector<SecurityContext> keysOf(String realm) {
        return new JWSVerificationKeySelector<>(ALGORITHM, realms.keys(realm));
    }

    private static SignedOn signedOn(RelyingParty party, JWTClaimsSet claims) throws ParseException, TokenRefused {
        if (party.organization().isPresent()
                && !organizations(claims).contains(party.organization().get())) {
            throw new TokenRefused(Why.NOT_OF_THIS_ORGANIZATION, "The account is not in the tenant's organization");
        }
        var name = new PersonName(text(claims, "given_name"), text(claims, "family_name"));
        if (name.given().isBlank() && name.family().isBlank()) {
            name = new PersonName(text(claims, "preferred_username"), "");
        }
        var account = new Account(party.realm(), claims.getSubject(), name, text(claims, "email"));
        return new SignedOn(account, text(claims, "sid"));
    }

    private static String text(JWTClaimsSet claims, String name) throws ParseException {
        return Optional.ofNullable(claims.getStringClaim(name)).orElse("");
    }

    /** Keycloak writes a list of aliases, or a map with what else is known of each. */
    private static Set<String> organizations(JWTClaimsSet claims) {
        var aliases = new HashSet<String>();
        switch (claims.getClaim("organization")) {
            case Map<?, ?> map -> map.keySet().forEach(alias -> aliases.add(String.valueOf(alias)));
            case Collection<?> list -> list.forEach(alias -> aliases.add(String.valueOf(alias)));
            case null, default -> {}
        }
        return aliases;
    }

    private static Set<String> realmRoles(JWTClaimsSet claims) {
        var roles = new HashSet<String>();
        if (claims.getClaim("realm_access") instanceof Map<?, ?> access
                && access.get("roles") instanceof Collection<?> list) {
            list.forEach(role -> roles.add(String.valueOf(role)));
        }
        return roles;
    }

    private static TokenRefused invalid(String what, Exception why) {
        return new TokenRefused(
                Why.INVALID, what + " refused: " + why.getClass().getSimpleName());
    }
}
