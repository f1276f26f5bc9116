package org.mangrove.journeys;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.mangrove.launcher.Stack;

/** A tenant's client of Keycloak, played by the test: it gets tokens as a program of the tenant would. */
record KeycloakClient(Stack stack, String realm, String tenant) {

    /** What a program gets when somebody lets it act for them. */
    record Tokens(String access, String id) {}

    /** Through the code flow with PKCE, for somebody who signs on in {@code visitor}. */
    Tokens tokens(Visitor visitor, String user) {
        String verifier = UUID.randomUUID().toString() + UUID.randomUUID();
        String back = stack.node().url() + "/t/" + tenant + "/sign-on/callback";
        var question = new LinkedHashMap<String, String>();
        question.put("response_type", "code");
        question.put("client_id", name());
        question.put("redirect_uri", back);
        question.put("scope", "openid organization:" + tenant);
        question.put("code_challenge", challenge(verifier));
        question.put("code_challenge_method", "S256");
        URI arrived = visitor.authorize(
                stack.keycloak()
                        .url()
                        .resolve("/realms/" + realm + "/protocol/openid-connect/auth?" + Form.ofOneEach(question)),
                user,
                Learner.PASSWORD);
        Answer given = new TokenEndpoint(stack.keycloak().url(), realm)
                .ask(
                        new DerivedSecrets(stack).client(realm, name()),
                        Map.of(
                                "grant_type",
                                "authorization_code",
                                "code",
                                code(arrived),
                                "redirect_uri",
                                back,
                                "code_verifier",
                                verifier))
                .must();
        return new Tokens(given.text("access_token"), given.text("id_token"));
    }

    /** While {@code work} lasts, Keycloak tells of logouts there instead of at the node. */
    void tellLogoutsTo(URI address, Runnable work) {
        Map<?, ?> found = first("/clients?clientId=" + name());
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
        Object id = first("/users?exact=true&username=" + user).get("id");
        new Operator(stack)
                .atKeycloak("POST", "/admin/realms/%s/users/%s/logout".formatted(realm, id), "")
                .must();
    }

    private void change(String path, String logouts) {
        var operator = new Operator(stack);
        String representation = operator.atKeycloak("GET", path, "").must().text();
        operator.atKeycloak(
                        "PUT",
                        path,
                        representation.replaceFirst(
                                "\"backchannel.logout.url\":\"[^\"]*\"",
                                "\"backchannel.logout.url\":\"" + logouts + "\""))
                .must();
    }

    private Map<?, ?> first(String query) {
        return new Operator(stack)
                .atKeycloak("GET", "/admin/realms/" + realm + query, "")
                .must()
                .list()
                .getFirst();
    }

    private String name() {
        return "mangrove-" + tenant;
    }

    private static String code(URI arrived) {
        return Arrays.stream(arrived.getQuery().split("&"))
                .filter(part -> part.startsWith("code="))
                .map(part -> part.substring("code=".length()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Keycloak gave no code: " + arrived));
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
