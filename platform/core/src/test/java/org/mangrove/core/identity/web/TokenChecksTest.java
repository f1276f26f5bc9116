package org.mangrove.core.identity.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.openid.connect.sdk.Nonce;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mangrove.core.identity.web.TokenRefused.Why;

/** Tokens as Keycloak signs them, and as others would like to. */
class TokenChecksTest {

    private static final RelyingParty ACME_DE =
            new RelyingParty("acme-eu", "mangrove-acme-de", Optional.of("acme-de"), Optional.empty());
    private static final Nonce NONCE = new Nonce("n-1");
    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";

    private static RSAKey acmeEu;
    private static RSAKey acmeJp;
    private static RSAKey operators;

    private final TokenChecks checks = new TokenChecks();

    @BeforeAll
    static void makeKeys() throws JOSEException {
        acmeEu = new RSAKeyGenerator(2048).keyID("eu").generate();
        acmeJp = new RSAKeyGenerator(2048).keyID("jp").generate();
        operators = new RSAKeyGenerator(2048).keyID("op").generate();
    }

    @BeforeEach
    void useKeys() {
        checks.realms = new Realms() {
            @Override
            String issuer(String realm) {
                return "http://localhost:8180/realms/" + realm;
            }

            @Override
            String operators() {
                return "operators";
            }

            @Override
            JWKSource<SecurityContext> keys(String realm) {
                RSAKey key = Map.of("acme-eu", acmeEu, "acme-jp", acmeJp, "operators", operators)
                        .get(realm);
                return new ImmutableJWKSet<>(new JWKSet(key.toPublicJWK()));
            }
        };
    }

    @Test
    void believes_an_id_token_of_the_tenants_own_client() throws Exception {
        var signedOn = checks.idToken(ACME_DE, sign(acmeEu, idToken().build()), NONCE);

        assertThat(signedOn.account().subject()).isEqualTo("s-1");
        assertThat(signedOn.account().realm()).isEqualTo("acme-eu");
        assertThat(signedOn.account().name().given()).isEqualTo("Lena");
        assertThat(signedOn.keycloakSession()).isEqualTo("sid-1");
    }

    @Test
    void believes_organizations_that_come_as_a_list() throws Exception {
        var token =
                idToken().claim("organization", List.of("acme-de", "acme-at")).build();

        assertThat(checks.idToken(ACME_DE, sign(acmeEu, token), NONCE).account().subject())
                .isEqualTo("s-1");
    }

    @Test
    void refuses_another_issuer() {
        refusesIdToken(idToken().issuer("http://localhost:8180/realms/acme-jp").build(), acmeEu);
    }

    @Test
    void refuses_the_key_of_another_realm() {
        refusesIdToken(idToken().build(), acmeJp);
    }

    @Test
    void refuses_a_token_for_another_client() {
        refusesIdToken(idToken().audience("mangrove-acme-at").build(), acmeEu);
    }

    @Test
    void refuses_the_nonce_of_another_sign_on() {
        refusesIdToken(idToken().claim("nonce", "n-2").build(), acmeEu);
    }

    @Test
    void refuses_what_has_expired() {
        refusesIdToken(idToken().expirationTime(in(Duration.ofMinutes(-5))).build(), acmeEu);
    }

    @Test
    void refuses_a_token_without_signature() {
        assertThatExceptionOfType(TokenRefused.class)
                .isThrownBy(() -> checks.idToken(ACME_DE, new PlainJWT(idToken().build()), NONCE))
                .satisfies(refused -> assertThat(refused.why()).isEqualTo(Why.INVALID));
        assertThatExceptionOfType(TokenRefused.class)
                .isThrownBy(() -> checks.bearer(ACME_DE, new PlainJWT(bearer().build()).serialize()));
    }

    @Test
    void refuses_a_signature_made_with_the_public_key_as_a_secret() throws Exception {
        var forged = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("eu").build(), bearer().build());
        forged.sign(new MACSigner(acmeEu.toRSAPublicKey().getEncoded()));

        assertThatExceptionOfType(TokenRefused.class).isThrownBy(() -> checks.bearer(ACME_DE, forged.serialize()));
    }

    @Test
    void says_so_if_the_account_is_not_of_the_organization() {
        for (var token : List.of(
                idToken().claim("organization", null).build(),
                idToken().claim("organization", Map.of("acme-at", Map.of())).build())) {
            assertThatExceptionOfType(TokenRefused.class)
                    .isThrownBy(() -> checks.idToken(ACME_DE, sign(acmeEu, token), NONCE))
                    .satisfies(refused -> assertThat(refused.why()).isEqualTo(Why.NOT_OF_THIS_ORGANIZATION));
        }
    }

    @Test
    void believes_a_bearer_token_of_the_tenants_client() throws Exception {
        var token = sign(acmeEu, bearer().build()).serialize();

        assertThat(checks.bearer(ACME_DE, token).account().subject()).isEqualTo("s-1");
    }

    @Test
    void refuses_a_bearer_token_of_another_tenants_client() {
        refusesBearer(bearer().claim("azp", "mangrove-acme-at").build());
    }

    @Test
    void refuses_a_bearer_token_of_another_organization() {
        refusesBearer(
                bearer().claim("organization", Map.of("acme-at", Map.of())).build());
    }

    @Test
    void refuses_an_id_token_as_a_bearer_token() {
        refusesBearer(
                idToken().claim("azp", "mangrove-acme-de").claim("typ", "ID").build());
    }

    @Test
    void lets_operators_in_by_their_command_line_or_by_role_and_nobody_else() throws Exception {
        var commandLine = operator().claim("azp", "mangrove-operator").build();
        var person = operator()
                .claim("realm_access", Map.of("roles", List.of("operator")))
                .build();

        checks.operator(sign(operators, commandLine).serialize());
        checks.operator(sign(operators, person).serialize());

        assertThatExceptionOfType(TokenRefused.class)
                .isThrownBy(() ->
                        checks.operator(sign(operators, operator().build()).serialize()));
        assertThatExceptionOfType(TokenRefused.class)
                .isThrownBy(() -> checks.operator(sign(acmeEu, commandLine).serialize()));
    }

    @Test
    void reads_whose_session_is_over() throws Exception {
        var ended = checks.logoutToken(ACME_DE, signLogout(logout().build()));

        assertThat(ended.keycloakSession()).contains("sid-1");
        assertThat(ended.tokenId()).isEqualTo("j-1");
    }

    @Test
    void refuses_logout_tokens_that_are_none() {
        for (var token : List.of(
                logout().claim("events", null).build(),
                logout().claim("nonce", "n-1").build(),
                logout().audience("mangrove-acme-at").build(),
                logout().issuer("http://localhost:8180/realms/acme-jp").build(),
                logout().claim("sid", null).subject(null).build())) {
            assertThatExceptionOfType(TokenRefused.class)
                    .as(token.toString())
                    .isThrownBy(() -> checks.logoutToken(ACME_DE, signLogout(token)));
        }
    }

    private void refusesIdToken(JWTClaimsSet claims, RSAKey key) {
        assertThatExceptionOfType(TokenRefused.class)
                .isThrownBy(() -> checks.idToken(ACME_DE, sign(key, claims), NONCE))
                .satisfies(refused -> assertThat(refused.why()).isEqualTo(Why.INVALID));
    }

    private void refusesBearer(JWTClaimsSet claims) {
        assertThatExceptionOfType(TokenRefused.class)
                .isThrownBy(() -> checks.bearer(ACME_DE, sign(acmeEu, claims).serialize()));
    }

    private static JWTClaimsSet.Builder idToken() {
        return new JWTClaimsSet.Builder()
                .issuer("http://localhost:8180/realms/acme-eu")
                .audience("mangrove-acme-de")
                .subject("s-1")
                .issueTime(in(Duration.ZERO))
                .expirationTime(in(Duration.ofMinutes(5)))
                .claim("nonce", NONCE.getValue())
                .claim("sid", "sid-1")
                .claim("given_name", "Lena")
                .claim("family_name", "Brandt")
                .claim("email", "lena@acme.example")
                .claim("organization", Map.of("acme-de", Map.of("id", "o-1")));
    }

    private static JWTClaimsSet.Builder bearer() {
        return idToken().audience("account").claim("typ", "Bearer").claim("azp", "mangrove-acme-de");
    }

    private static JWTClaimsSet.Builder operator() {
        return bearer().issuer("http://localhost:8180/realms/operators").claim("azp", "another-client");
    }

    private static JWTClaimsSet.Builder logout() {
        return new JWTClaimsSet.Builder()
                .issuer("http://localhost:8180/realms/acme-eu")
                .audience("mangrove-acme-de")
                .subject("s-1")
                .issueTime(in(Duration.ZERO))
                .expirationTime(in(Duration.ofMinutes(2)))
                .jwtID("j-1")
                .claim("sid", "sid-1")
                .claim("events", Map.of(EVENT, Map.of()));
    }

    private static SignedJWT sign(RSAKey key, JWTClaimsSet claims) throws JOSEException {
        return sign(key, claims, JOSEObjectType.JWT);
    }

    private static String signLogout(JWTClaimsSet claims) throws JOSEException {
        return sign(acmeEu, claims, new JOSEObjectType("logout+jwt")).serialize();
    }

    private static SignedJWT sign(RSAKey key, JWTClaimsSet claims, JOSEObjectType type) throws JOSEException {
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .keyID(key.getKeyID())
                        .type(type)
                        .build(),
                claims);
        token.sign(new RSASSASigner(key));
        return token;
    }

    private static Date in(Duration time) {
        return Date.from(Instant.now().plus(time));
    }
}
