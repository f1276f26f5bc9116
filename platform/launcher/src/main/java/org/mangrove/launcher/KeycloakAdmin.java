package org.mangrove.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The few calls of Keycloak's admin interface that a first start needs, made as one client. */
final class KeycloakAdmin implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final URI keycloak;
    private final Login client;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private String token = "";

    KeycloakAdmin(URI keycloak, Login client) {
        this.keycloak = keycloak;
        this.client = client;
    }

    /** Signs in anew: rights given since the last time count from now on. */
    void signIn() throws IOException, InterruptedException {
        token = token("master");
    }

    /** A token of the client in {@code realm}, by its own credentials. */
    String token(String realm) throws IOException, InterruptedException {
        String form =
                "grant_type=client_credentials&client_id=" + URLEncoder.encode(client.name(), StandardCharsets.UTF_8)
                        + "&client_secret=" + URLEncoder.encode(client.secret(), StandardCharsets.UTF_8);
        HttpResponse<String> response = http.send(
                HttpRequest.newBuilder(keycloak.resolve("/realms/" + realm + "/protocol/openid-connect/token"))
                        .timeout(PATIENCE)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException("Keycloak does not let the client %s into %s: %d %s"
                    .formatted(client.name(), realm, response.statusCode(), response.body()));
        }
        return Json.text(Json.readMap(response.body()), "access_token");
    }

    boolean hasRealm(String realm) throws IOException, InterruptedException {
        return send("GET", "/admin/realms/" + realm, "").statusCode() == 200;
    }

    void createRealm(Map<String, Object> realm) throws IOException, InterruptedException {
        must(send("POST", "/admin/realms", Json.write(realm)), "create the realm " + realm.get("realm"));
    }

    Optional<String> findClient(String realm, String clientId) throws IOException, InterruptedException {
        return Json.readList(get("/admin/realms/%s/clients?clientId=%s".formatted(realm, clientId))).stream()
                .map(found -> Json.text((Map<?, ?>) found, "id"))
                .findFirst();
    }

    /** Makes a client that signs in with its own secret and nothing else, or gives an old one this secret. */
    String ensureServiceClient(String realm, Login login, Map<String, Object> more)
            throws IOException, InterruptedException {
        var wanted = new java.util.LinkedHashMap<String, Object>(more);
        wanted.put("clientId", login.name());
        wanted.put("secret", login.secret());
        wanted.put("publicClient", false);
        wanted.put("serviceAccountsEnabled", true);
        wanted.put("standardFlowEnabled", false);
        wanted.put("implicitFlowEnabled", false);
        wanted.put("directAccessGrantsEnabled", false);
        Optional<String> found = findClient(realm, login.name());
        if (found.isPresent()) {
            must(
                    send("PUT", "/admin/realms/%s/clients/%s".formatted(realm, found.get()), Json.write(wanted)),
                    "change a client");
            return found.get();
        }
        must(send("POST", "/admin/realms/%s/clients".formatted(realm), Json.write(wanted)), "make a client");
        return findClient(realm, login.name()).orElseThrow();
    }

    void giveRealmRole(String realm, String client, String role) throws IOException, InterruptedException {
        String account = Json.text(
                Json.readMap(get("/admin/realms/%s/clients/%s/service-account-user".formatted(realm, client))), "id");
        Map<?, ?> representation = Json.readMap(get("/admin/realms/%s/roles/%s".formatted(realm, role)));
        must(
                send(
                        "POST",
                        "/admin/realms/%s/users/%s/role-mappings/realm".formatted(realm, account),
                        Json.write(List.of(representation))),
                "give a role");
    }

    void removeClient(String realm, String clientId) throws IOException, InterruptedException {
        Optional<String> found = findClient(realm, clientId);
        if (found.isPresent()) {
            must(send("DELETE", "/admin/realms/%s/clients/%s".formatted(realm, found.get()), ""), "remove a client");
        }
    }

    @Override
    public void close() {
        http.close();
    }

    private String get(String path) throws IOException, InterruptedException {
        HttpResponse<String> response = send("GET", path, "");
        must(response, "read " + path);
        return response.body();
    }

    private HttpResponse<String> send(String method, String path, String body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(keycloak.resolve(path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static void must(HttpResponse<String> response, String what) throws IOException {
        if (response.statusCode() >= 300) {
            throw new IOException("Keycloak did not %s: %d %s".formatted(what, response.statusCode(), response.body()));
        }
    }
}
