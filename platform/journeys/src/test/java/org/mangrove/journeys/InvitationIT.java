package org.mangrove.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mangrove.launcher.Stack;

/** How a tenant gets its first admin. */
@ExtendWith(WholeStack.class)
class InvitationIT {

    private static final Pattern TOKEN = Pattern.compile("token=([A-Za-z0-9_-]+)");
    private static final Pattern PERSON = Pattern.compile("href=\"[^\"]*/people/([0-9a-f-]{36})\">");

    @Test
    void an_invitation_makes_one_admin_once_and_not_after_its_day(WholeStack.Site site, Stack stack) {
        Rows eu = Rows.ofCell(stack, "eu");
        try (var maria = new Visitor(site, "de");
                var david = new Visitor(site, "de");
                var uwe = new Visitor(site, "de")) {
            maria.signOn(Learner.MARIA);
            david.signOn("borealis-de", "david.neumann", Learner.PASSWORD);
            assertThat(maria.go("/t/borealis-de/people").status()).isEqualTo(403);

            String token = invitation(stack, "borealis-de");
            assertThat(maria.go("/t/borealis-de/invitation?token=" + token).status())
                    .isEqualTo(200);
            assertThat(maria.follow(maria.submit("/t/borealis-de/invitation", Map.of("token", List.of(token))))
                            .status())
                    .isEqualTo(200);
            assertThat(maria.go("/t/borealis-de/people").status()).isEqualTo(200);

            assertThat(david.go("/t/borealis-de/invitation?token=" + token).status())
                    .as("used")
                    .isEqualTo(404);
            String late = invitation(stack, "borealis-de");
            eu.change("update identity_invitation set until_at = '2020-01-01 00:00:00' where used_by is null");
            assertThat(david.go("/t/borealis-de/invitation?token=" + late).status())
                    .as("late")
                    .isEqualTo(404);
            String elsewhere = invitation(stack, "acme-de");
            assertThat(david.go("/t/borealis-de/invitation?token=" + elsewhere).status())
                    .as("another tenant's")
                    .isEqualTo(404);
            assertThat(david.go("/t/borealis-de/people").status()).isEqualTo(403);

            uwe.signOn(Learner.UWE);
            String person = uwe.go(Learner.UWE.at("/people?q=schulz")).find(PERSON);
            uwe.submit(Learner.UWE.at("/people/" + person + "/roles"), Map.of("role", List.of("LEARNER")));
            assertThat(maria.go("/t/borealis-de/people").status())
                    .as("another admin takes it back")
                    .isEqualTo(403);
        }
    }

    private static String invitation(Stack stack, String tenant) {
        return new Operator(stack)
                .post("/operator/api/tenants/" + tenant + "/admin-invitations")
                .must()
                .find(TOKEN);
    }
}
