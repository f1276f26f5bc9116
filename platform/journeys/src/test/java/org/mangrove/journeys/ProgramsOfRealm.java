package org.mangrove.journeys;

import java.util.Map;
import java.util.UUID;
import org.mangrove.launcher.Login;
import org.mangrove.launcher.Stack;

/** Programs that a realm's administrator lets sign in by themselves. */
record ProgramsOfRealm(Stack stack, String realm) {

    /** @param scopes that it may ask for */
    Login program(String name, String... scopes) {
        var login = new Login(name, UUID.randomUUID().toString());
        var operator = new Operator(stack);
        String clients = "/admin/realms/" + realm + "/clients";
        operator.atKeycloak("POST", clients, """
                        {"clientId": "%s", "secret": "%s", "publicClient": false, "serviceAccountsEnabled": true,
                         "standardFlowEnabled": false, "directAccessGrantsEnabled": false}""".formatted(name, login.secret()))
                .must();
        Object id = operator.atKeycloak("GET", clients + "?clientId=" + name, "")
                .must()
                .list()
                .getFirst()
                .get("id");
        for (String scope : scopes) {
            operator.atKeycloak("PUT", "%s/%s/optional-client-scopes/%s".formatted(clients, id, idOf(scope)), "")
                    .must();
        }
        return login;
    }

    String token(Login program, String scope) {
        return new TokenEndpoint(stack.keycloak().url(), realm)
                .ask(program, Map.of("grant_type", "client_credentials", "scope", scope))
                .must()
                .text("access_token");
    }

    private Object idOf(String scope) {
        return new Operator(stack)
                .atKeycloak("GET", "/admin/realms/" + realm + "/client-scopes", "").must().list().stream()
                        .filter(there -> scope.equals(there.get("name")))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("The realm has no scope " + scope))
                        .get("id");
    }
}
