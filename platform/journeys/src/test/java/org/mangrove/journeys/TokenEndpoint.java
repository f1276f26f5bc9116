package org.mangrove.journeys;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Map;
import java.util.TreeMap;
import org.mangrove.launcher.Login;

/** Where a realm of Keycloak gives tokens to its clients. */
record TokenEndpoint(URI keycloak, String realm) {

    /** @param fields what the form says besides who the client is */
    Answer ask(Login client, Map<String, String> fields) {
        var form = new TreeMap<>(fields);
        form.put("client_id", client.name());
        form.put("client_secret", client.secret());
        return Http.once(HttpRequest.newBuilder(keycloak.resolve("/realms/" + realm + "/protocol/openid-connect/token"))
                .header("Content-Type", Form.TYPE)
                .POST(HttpRequest.BodyPublishers.ofString(Form.ofOneEach(form)))
                .build());
    }

    /** A token for the client itself. */
    String tokenOf(Login client) {
        return ask(client, Map.of("grant_type", "client_credentials")).must().text("access_token");
    }
}
