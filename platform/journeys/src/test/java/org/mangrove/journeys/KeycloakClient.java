package org.mangrove.journeys;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A tenant's client of Keycloak, played by the test: it gets tokens as a program of the tenant would. */
record KeycloakClient(Installation installation, String realm, String client) {

    /** Through the code flow with PKCE, for somebody who signs on in {@code visitor}. */
    String accessToken(Visitor visitor, String tenant, String user) {
        String verifier = UUID.randomUUID().toString() + UUID.randomUUID();
        String back = installation.site() + "/t/" + tenant + "/sign-on/callback";
        String query = "response_type=code&client_id=%s&scope=%s&redirect_uri=%s&code_challenge=%s"
                .formatted(
                        client,
                        Installation.encoded("openid organization:" + tenant),
                        Installation.encoded(back),
                        challenge(verifier));
        URI arrived = visitor.authorize(
                installation
                        .keycloak()
                        .resolve("/realms/%s/protocol/openid-connect/auth?%s&code_challenge_method=S256"
                                .formatted(realm, query)),
                user,
                Learner.PASSWORD);
        String code = Arrays.stream(arrived.getQuery().split("&"))
                .filter(part -> part.startsWith("code="))
                .map(part -> part.substring("code=".length()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Keycloak gave no code: " + arrived));
        return installation
                .token(
                        realm,
                        client,
                        installation.clientSecret(realm, client),
                        "grant_type=authorization_code&code=%s&redirect_uri=%s&code_verifier=%s"
                                .formatted(code, Installation.encoded(back), verifier))
                .must()
                .text("access_token");
    }

    /** While {@code work} lasts, Keycloak tells of logouts there instead of at the node. */
    void tellLogoutsTo(URI address, Runnable work) {
        Map<?, ?> found = first("/clients?clientId=" + client);
        String path = "/admin/realms/%s/clients/%s".formatted(realm, found.get("id"));
        String told = String.valueOf(((Map<?, ?>) found.get("attributes")).get("backchannel.logout.url"));
        change(path, address.toString());
        try {
            work.run();
        } finally {
            change(path, told);
        }
    }

    /** Ends all sessions of somebody at Keycloak. */
    void logOut(String user) {
        installation
                .atKeycloak(
                        "POST",
                        "/admin/realms/%s/users/%s/logout"
                                .formatted(
                                        realm,
                                        first("/users?exact=true&username=" + user)
                                                .get("id")),
                        "")
                .must();
    }

    private void change(String path, String logouts) {
        String representation = installation.atKeycloak("GET", path, "").must().text();
        installation
                .atKeycloak(
                        "PUT",
                        path,
                        representation.replaceFirst(
                                "\"backchannel.logout.url\":\"[^\"]*\"",
                                "\"backchannel.logout.url\":\"" + logouts + "\""))
                .must();
    }

    private Map<?, ?> first(String query) {
        var found = (List<?>) installation
                .atKeycloak("GET", "/admin/realms/" + realm + query, "")
                .must()
                .json();
        return (Map<?, ?>) found.getFirst();
    }

    private static String challenge(String verifier) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
