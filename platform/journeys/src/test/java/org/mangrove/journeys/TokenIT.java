package org.mangrove.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mangrove.launcher.Stack;

/** What a program may do that shows somebody's token in place of a session. */
@ExtendWith(WholeStack.class)
class TokenIT {

    @Test
    void a_token_opens_its_own_tenant_and_nothing_else(WholeStack.Site site, Stack stack) {
        var program = new Program(site);
        try (var lena = new Visitor(site, "de")) {
            KeycloakClient.Tokens tokens =
                    new KeycloakClient(stack, "acme-eu", "acme-de").tokens(lena, Learner.LENA.user());

            assertThat(program.get("/t/acme-de/catalogue", tokens.access()).status())
                    .isEqualTo(200);
            assertThat(program.get("/catalogue", tokens.access()).status())
                    .as("the token names the tenant")
                    .isEqualTo(200);
            for (String place : List.of("/t/acme-at/catalogue", "/t/borealis-de/catalogue", "/e/acme/masters")) {
                assertThat(program.get(place, tokens.access()).status())
                        .as(place)
                        .isEqualTo(401);
            }
            assertThat(program.get("/t/acme-de/catalogue", tokens.id()).status())
                    .as("an ID token")
                    .isEqualTo(401);
            String[] parts = tokens.access().split("\\.");
            String forged = parts[0] + "." + parts[1] + "." + new StringBuilder(parts[2]).reverse();
            assertThat(program.get("/t/acme-de/catalogue", forged).status())
                    .as("another signature")
                    .isEqualTo(401);
            assertThat(program.get("/t/acme-de/catalogue", unsigned(parts)).status())
                    .as("no signature")
                    .isEqualTo(401);
            assertThat(program.get("/t/acme-de/catalogue", stack.keycloak().operatorToken())
                            .status())
                    .as("an operator's")
                    .isEqualTo(401);
        }
    }

    private static String unsigned(String[] parts) {
        String none = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8));
        return none + "." + parts[1] + ".";
    }
}
