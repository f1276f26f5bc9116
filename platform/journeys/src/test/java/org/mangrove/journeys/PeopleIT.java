package org.mangrove.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mangrove.launcher.Stack;

/** A tenant's admin looks after who belongs to it and what they may do. */
@ExtendWith(WholeStack.class)
class PeopleIT {

    private static final Pattern PERSON = Pattern.compile("href=\"[^\"]*/people/([0-9a-f-]{36})\"");
    private static final Pattern UNDO = Pattern.compile("action=\"([^\"]*/people/[^\"]*/undo)\"");
    private static final Pattern OWN = Pattern.compile("href=\"[^\"]*/people/([0-9a-f-]{36})\">(?:<bdi>)?Thomas");

    @Test
    void an_admin_finds_somebody_gives_a_role_and_takes_it_back(WholeStack.Site site, Stack stack) {
        Rows eu = Rows.ofCell(stack, "eu");
        try (var thomas = new Visitor(site, "de");
                var emre = new Visitor(site, "de")) {
            emre.signOn(Learner.EMRE);
            thomas.signOn(Learner.THOMAS);

            var found = thomas.go(Learner.THOMAS.at("/people?q=yilmaz"));
            assertThat(found.text())
                    .as("without the dotless letter")
                    .contains("Yılmaz")
                    .doesNotContain("Brandt");
            String person = Learner.THOMAS.at("/people/" + found.find(PERSON));
            long events = eu.number("select count(*) from events_outbox where type = 'RolesChanged'");
            assertThat(emre.go(Learner.THOMAS.at("/people")).status()).isEqualTo(403);

            var given = thomas.submit(person + "/roles", Map.of("role", List.of("LEARNER", "TENANT_ADMIN")));
            assertThat(given.status()).isEqualTo(200);
            assertThat(eu.number("select count(*) from events_outbox where type = 'RolesChanged'"))
                    .isEqualTo(events + 1);
            assertThat(emre.go(Learner.THOMAS.at("/people")).status())
                    .as("at the very next request")
                    .isEqualTo(200);

            var undone = thomas.submit(given.find(UNDO), Map.of());
            assertThat(undone.status()).isEqualTo(200);
            assertThat(emre.go(Learner.THOMAS.at("/people")).status()).isEqualTo(403);
            assertThat(thomas.submit(given.find(UNDO), Map.of()).status())
                    .as("what has been changed since is not undone")
                    .isEqualTo(409);

            thomas.submit(person + "/roles", Map.of());
            assertThat(emre.go(Learner.THOMAS.at("/catalogue")).isRedirect())
                    .as("without a role the session is over")
                    .isTrue();
            thomas.submit(person + "/roles", Map.of("role", List.of("LEARNER")));
            emre.signOn(Learner.EMRE);
        }
    }

    @Test
    void nobody_shuts_themselves_out_and_nobody_reaches_another_tenants_people(WholeStack.Site site) {
        try (var thomas = new Visitor(site, "de");
                var uwe = new Visitor(site, "de")) {
            thomas.signOn(Learner.THOMAS);
            uwe.signOn(Learner.UWE);
            String own = thomas.go(Learner.THOMAS.at("/people?q=albrecht")).find(OWN);

            var refused =
                    thomas.submit(Learner.THOMAS.at("/people/" + own + "/roles"), Map.of("role", List.of("LEARNER")));
            assertThat(refused.status()).isEqualTo(409);

            assertThat(uwe.go(Learner.UWE.at("/people/" + own)).status()).isEqualTo(404);
            assertThat(uwe.submit(Learner.UWE.at("/people/" + own + "/roles"), Map.of("role", List.of("LEARNER")))
                            .status())
                    .isEqualTo(404);
            assertThat(uwe.go(Learner.UWE.at("/people?q=albrecht")).text()).doesNotContain("Albrecht");
        }
    }

    @Test
    void the_list_is_sorted_as_people_expect(WholeStack.Site site) {
        try (var thomas = new Visitor(site, "de")) {
            thomas.signOn(Learner.THOMAS);

            var byName = thomas.go(Learner.THOMAS.at("/people"));

            assertThat(byName.text())
                    .containsSubsequence("Albrecht", "Brandt", "Hoffmann", "Krüger", "Weber", "Yılmaz");
            assertThat(thomas.go(Learner.THOMAS.at("/people?sort=-joined&page=1"))
                            .status())
                    .isEqualTo(200);
            assertThat(thomas.go(Learner.THOMAS.at("/people?q=%25")).text())
                    .as("a sign for anything is a sign like others")
                    .doesNotContain("Albrecht</bdi></a>");
        }
    }
}
