package org.mangrove.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mangrove.launcher.Login;
import org.mangrove.launcher.Stack;

/** A tenant's admin connects other systems, by key or as clients of Keycloak, and disconnects them. */
@ExtendWith(WholeStack.class)
class ConnectedSystemsIT {

    private static final String PLACE = "/admin/xapi-credentials";
    private static final String REALM = "acme-eu";
    private static final Pattern KEY = Pattern.compile("<code>(acme-de\\.[0-9a-f-]{36})</code>");
    private static final Pattern SECRET = Pattern.compile("<code>([A-Za-z0-9_-]{43})</code>");
    private static final String VERSION = "2.0.0";

    @Test
    void an_admin_connects_a_system_sees_its_secret_once_and_disconnects_it(WholeStack.Site site) {
        String title = "Warehouse " + UUID.randomUUID();
        try (var thomas = new Visitor(site, "en")) {
            thomas.signOn(Learner.THOMAS);
            thomas.go(at("/new"));

            var made = thomas.submit(
                    at(""),
                    Map.of(
                            "title",
                            List.of(title),
                            "scope",
                            List.of("statements/read"),
                            "component",
                            List.of(Forwarding.SYSTEM)));

            String key = made.find(KEY);
            String secret = made.find(SECRET);
            assertThat(made.text()).contains("/xapi/");
            String list = thomas.go(at("")).text();
            assertThat(list).contains(title, key, "Albrecht").doesNotContain(secret);
            String detail = at("/" + key.substring(key.indexOf('.') + 1));
            assertThat(thomas.go(detail).text()).contains(title, "500").doesNotContain(secret);
            try (var store = RecordStore.shown(site, Parties.basic(key, secret), VERSION)) {
                assertThat(store.get("statements?limit=1").status()).isEqualTo(200);
                assertThat(thomas.go(detail).text()).as("by now it was used").doesNotContain(">Never<", ">Nie<");

                var revoked = thomas.submit(detail + "/revoke", Map.of());

                assertThat(revoked.text()).contains(title);
                assertThat(store.get("statements?limit=1").status())
                        .as("at once")
                        .isEqualTo(401);
            }
            assertThat(thomas.go(detail).text())
                    .doesNotContain("/revoke\"")
                    .containsSubsequence("Albrecht", "Albrecht");
        }
    }

    @Test
    void an_admin_sees_how_a_source_is_doing(WholeStack.Site site, Stack stack) {
        String title = "Simulator " + UUID.randomUUID();
        Answer made = new Operator(stack)
                .post(
                        "/operator/api/tenants/acme-de/xapi-credentials",
                        "application/json",
                        "{\"title\": \"%s\", \"scopes\": [\"statements/write\"], \"limit\": 100}".formatted(title))
                .must();
        String happened = Instant.now().minus(Duration.ofMinutes(90)).toString();
        String statement = """
                {"actor": {"mbox": "mailto:somebody@example.com"}, "verb": {"id": "http://adlnet.gov/expapi/verbs/completed"},
                 "object": {"id": "https://example.com/activities/forklift"}, "timestamp": "%s"}""".formatted(happened);
        try (var thomas = new Visitor(site, "de");
                var store = RecordStore.shown(site, Parties.basic(made.text("key"), made.text("secret")), VERSION)) {
            thomas.signOn(Learner.THOMAS);
            String[] json = {"Content-Type", "application/json"};
            String before = row(thomas, title);
            store.post("statements", "[%s,%s,%s]".formatted(statement, statement, statement), json);
            store.post("statements", "[]]", json);

            String after = row(thomas, title);

            assertThat(before).contains("Noch keines", "0 Statements", "Keine");
            assertThat(after).contains("3 Statements", "2 Anfragen", "1 abgelehnt", "Status 400");
            assertThat(after).containsPattern("1.Std.*30.Min");
        }
    }

    /** What the page says of a source. */
    private static String row(Visitor thomas, String title) {
        String page = thomas.go(Learner.THOMAS.at("/admin/sources")).text();
        return Arrays.stream(page.split("<tr "))
                .filter(row -> row.contains(title))
                .findFirst()
                .orElseThrow(() -> new AssertionError(title + " is not among the sources"))
                .replaceAll("<[^>]+>", "");
    }

    @Test
    void what_another_node_has_revoked_lets_nobody_in_some_seconds_later(WholeStack.Site site, Stack stack) {
        Answer made = new Operator(stack)
                .post("/operator/api/tenants/acme-de/xapi-credentials")
                .must();
        String id = made.text("key").substring("acme-de.".length()).replace("-", "");
        try (var store = RecordStore.shown(site, Parties.basic(made.text("key"), made.text("secret")), VERSION)) {
            assertThat(store.get("statements?limit=1").status()).isEqualTo(200);

            Rows eu = Rows.ofCell(stack, "eu");
            eu.change("update credentials_credential set revoked_at = current_timestamp(6) where id = unhex(?)", id);
            eu.change("update credentials_change set number = number + 1 where name = ?", "credential");

            Patience.of(Duration.ofSeconds(5))
                    .until(
                            "nobody is let in",
                            () -> store.get("statements?limit=1").status() == 401);
        }
    }

    @Test
    void what_cannot_stay_is_said_and_what_was_written_is_kept(WholeStack.Site site) {
        try (var thomas = new Visitor(site, "de")) {
            thomas.signOn(Learner.THOMAS);
            thomas.go(at("/new"));

            var refused = thomas.submit(
                    at(""),
                    Map.of(
                            "title",
                            List.of("Never made"),
                            "limit",
                            List.of("0"),
                            "scope",
                            List.of("state"),
                            "component",
                            List.of(Forwarding.SYSTEM)));

            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.text()).contains("value=\"Never made\"", "aria-invalid=\"true\"", "id=\"limit-error\"");
            assertThat(thomas.submit(at(""), Map.of("title", List.of("Never made")))
                            .text())
                    .contains("id=\"scope-error\"");
            assertThat(thomas.go(at("")).text()).doesNotContain("Never made");
        }
    }

    @Test
    void only_an_admin_of_the_tenant_sees_or_changes_what_is_connected(WholeStack.Site site, Stack stack) {
        Answer made = new Operator(stack)
                .post("/operator/api/tenants/acme-de/xapi-credentials")
                .must();
        String detail = PLACE + "/" + made.text("key").substring("acme-de.".length());
        try (var emre = new Visitor(site, "de");
                var uwe = new Visitor(site, "de");
                var store = RecordStore.shown(site, Parties.basic(made.text("key"), made.text("secret")), VERSION)) {
            emre.signOn(Learner.EMRE);
            uwe.signOn(Learner.UWE);

            assertThat(emre.go(at("")).status()).isEqualTo(403);
            assertThat(emre.submit(Learner.EMRE.at(detail + "/revoke"), Map.of())
                            .status())
                    .isEqualTo(403);
            assertThat(uwe.go(Learner.UWE.at(detail)).status()).isEqualTo(404);
            assertThat(uwe.submit(Learner.UWE.at(detail + "/revoke"), Map.of()).status())
                    .isEqualTo(404);
            assertThat(store.get("statements?limit=1").status()).isEqualTo(200);
        }
    }

    @Test
    void a_program_that_signs_in_with_keycloak_may_what_its_token_and_its_tenant_say(
            WholeStack.Site site, Stack stack) {
        var realm = new ProgramsOfRealm(stack, REALM);
        Login program = realm.program("acme-de." + UUID.randomUUID(), "xapi:statements/read", "xapi:state");
        String token = realm.token(program, "xapi:statements/read");
        try (var thomas = new Visitor(site, "en");
                var reading = RecordStore.shown(site, "Bearer " + token, VERSION);
                var without = RecordStore.shown(site, "Bearer " + realm.token(program, "profile"), VERSION);
                var more = RecordStore.shown(site, "Bearer " + realm.token(program, "xapi:state"), VERSION)) {
            assertThat(reading.get("statements?limit=1").status())
                    .as("nobody has connected it")
                    .isEqualTo(401);
            thomas.signOn(Learner.THOMAS);
            thomas.go(at("/new"));
            var connected = thomas.submit(
                    at(""),
                    Map.of(
                            "title", List.of("Reporting"),
                            "scope", List.of("statements/read", "statements/write"),
                            "component", List.of(Forwarding.SYSTEM),
                            "client", List.of(program.name())));
            assertThat(connected.text()).contains(program.name());

            assertThat(reading.get("statements?limit=1").status()).isEqualTo(200);
            assertThat(reading.at("acme-de").get("statements?limit=1").status()).isEqualTo(200);
            assertThat(reading.at("acme-at").get("statements?limit=1").status())
                    .as("another tenant of the same realm")
                    .isEqualTo(401);
            assertThat(reading.post("statements", "[]", "Content-Type", "application/json")
                            .status())
                    .as("the token was not asked for it")
                    .isEqualTo(403);
            assertThat(more.get("activities/state?activityId=https://example.com/a&agent=%7B%7D")
                            .status())
                    .as("the tenant has not allowed it")
                    .isEqualTo(403);
            assertThat(without.get("statements?limit=1").status())
                    .as("a token for something else")
                    .isEqualTo(401);
            assertThat(RecordStore.shown(site, "Bearer " + token.substring(0, token.length() - 4) + "AAAA", VERSION)
                            .get("statements?limit=1")
                            .status())
                    .as("another signature")
                    .isEqualTo(401);

            String credential = connected.find(Pattern.compile(PLACE + "/([0-9a-f-]{36})\""));
            thomas.submit(at("/" + credential + "/revoke"), Map.of());
            assertThat(reading.get("statements?limit=1").status()).as("at once").isEqualTo(401);
        }
    }

    @Test
    void a_program_is_connected_by_the_tenant_alone_that_it_is_named_after(WholeStack.Site site) {
        try (var thomas = new Visitor(site, "en")) {
            thomas.signOn(Learner.THOMAS);
            thomas.go(at("/new"));

            var refused = thomas.submit(
                    at(""),
                    Map.of(
                            "title", List.of("Theirs"),
                            "scope", List.of("all"),
                            "component", List.of(Forwarding.SYSTEM),
                            "client", List.of("acme-at.warehouse")));

            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.text()).contains("id=\"client-error\"");
        }
    }

    @Test
    void a_persons_token_is_no_programs(WholeStack.Site site, Stack stack) {
        try (var lena = new Visitor(site, "de")) {
            String token = new KeycloakClient(stack, REALM, "acme-de")
                    .tokens(lena, Learner.LENA.user())
                    .access();

            assertThat(RecordStore.shown(site, "Bearer " + token, VERSION)
                            .get("statements")
                            .status())
                    .isEqualTo(401);
        }
    }

    private static String at(String path) {
        return Learner.THOMAS.at(PLACE + path);
    }
}
