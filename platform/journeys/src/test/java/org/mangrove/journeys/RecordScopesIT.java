package org.mangrove.journeys;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mangrove.journeys.RecordStore.Reply;
import org.mangrove.launcher.Stack;

/** What another system may do in a tenant's learning record store is what its credential says, and whose store it is as well. */
@ExtendWith(WholeStack.class)
class RecordScopesIT {

    private static final String VERSION = "2.0.0";
    private static final String AGENT =
            "{\"objectType\":\"Agent\",\"account\":{\"homePage\":\"https://example.com\",\"name\":\"somebody\"}}";
    private static final String ACTIVITY = "https://example.com/activities/forklift";
    private static final String ABOUT_ACTIVITY = RecordStore.query(Map.of("activityId", ACTIVITY));
    private static final String ABOUT_AGENT = RecordStore.query(Map.of("agent", AGENT));

    /** @param scopes of which one is enough */
    private record Deed(String method, String path, String body, Set<String> scopes) {

        Reply doneWith(RecordStore store) {
            return method.equals("PUT")
                    ? store.put(path, body, "Content-Type", "application/json", "If-None-Match", "*")
                    : store.ask(method, path, BodyPublishers.ofString(body), "Content-Type", "application/json");
        }

        boolean isAllowedTo(String scope) {
            return scopes.contains(scope) || scope.equals("all");
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private WholeStack.Site site;
    private Operator operator;

    @BeforeEach
    void setUp(WholeStack.Site running, Stack stack) {
        site = running;
        operator = new Operator(stack);
    }

    static Stream<String> scopes() {
        return Stream.of(
                "statements/write", "statements/read/mine", "statements/read", "state", "profile", "all", "all/read");
    }

    private static List<Deed> deeds() {
        var readers = Set.of("statements/read", "statements/read/mine", "all/read");
        var ofState = "activities/state?" + ABOUT_ACTIVITY + "&" + ABOUT_AGENT;
        var ofActivity = "activities/profile?" + ABOUT_ACTIVITY;
        var ofAgent = "agents/profile?" + ABOUT_AGENT;
        var name = UUID.randomUUID();
        return List.of(
                new Deed("GET", "about", "", scopes().collect(toSet())),
                new Deed("POST", "statements", statement(UUID.randomUUID()), Set.of("statements/write")),
                new Deed("GET", "statements?limit=1", "", readers),
                new Deed("GET", ofState, "", Set.of("state", "all/read")),
                new Deed("PUT", ofState + "&stateId=" + name, "{}", Set.of("state")),
                new Deed("DELETE", ofState + "&stateId=" + name, "", Set.of("state")),
                new Deed("GET", ofActivity, "", Set.of("profile", "all/read")),
                new Deed("PUT", ofActivity + "&profileId=" + name, "{}", Set.of("profile")),
                new Deed("GET", ofAgent, "", Set.of("profile", "all/read")),
                new Deed("PUT", ofAgent + "&profileId=" + name, "{}", Set.of("profile")),
                new Deed("GET", "activities?" + ABOUT_ACTIVITY, "", Set.of("statements/read", "profile", "all/read")),
                new Deed("GET", "agents?" + ABOUT_AGENT, "", Set.of("statements/read", "profile", "all/read")));
    }

    @ParameterizedTest
    @MethodSource("scopes")
    void a_scope_admits_what_it_says_and_nothing_else(String scope) {
        try (var store = store("acme-de", scope)) {
            var all = new SoftAssertions();
            for (Deed deed : deeds()) {
                Reply reply = deed.doneWith(store);
                if (deed.isAllowedTo(scope)) {
                    all.assertThat(reply.status())
                            .as("%s with %s: %s", deed, scope, reply)
                            .isBetween(200, 299);
                } else {
                    all.assertThat(reply.status())
                            .as("%s with %s: %s", deed, scope, reply)
                            .isEqualTo(403);
                    all.assertThat(reply.text())
                            .as("%s with %s", deed, scope)
                            .containsAnyOf(deed.scopes().toArray(String[]::new));
                }
            }
            all.assertAll();
        }
    }

    @Test
    void who_reads_its_own_statements_finds_those_of_nobody_else() {
        UUID own = UUID.randomUUID();
        UUID others = UUID.randomUUID();
        try (var modest = store("acme-de", "statements/write\",\"statements/read/mine");
                var other = store("acme-de", "all")) {
            assertThat(modest.post("statements", statement(own), "Content-Type", "application/json")
                            .status())
                    .isEqualTo(200);
            assertThat(other.post("statements", statement(others), "Content-Type", "application/json")
                            .status())
                    .isEqualTo(200);

            assertThat(modest.get("statements?statementId=" + own).status()).isEqualTo(200);
            assertThat(modest.get("statements?statementId=" + others).status()).isEqualTo(404);
            assertThat(modest.get("statements").text()).contains(own.toString()).doesNotContain(others.toString());
            assertThat(other.get("statements?statementId=" + own).status()).isEqualTo(200);
        }
    }

    @Test
    void only_the_credential_says_whose_store_it_is() {
        UUID id = UUID.randomUUID();
        try (var owner = store("acme-de", "all");
                var neighbour = store("acme-at", "all");
                var stranger = store("borealis-de", "all")) {
            owner.post("statements", statement(id), "Content-Type", "application/json");

            assertThat(owner.at("acme-de").get("statements?statementId=" + id).status())
                    .isEqualTo(200);
            for (RecordStore other : List.of(neighbour, stranger)) {
                assertThat(other.get("statements?statementId=" + id).status()).isEqualTo(404);
                assertThat(other.at("acme-de")
                                .get("statements?statementId=" + id)
                                .status())
                        .as("at the owner's address")
                        .isEqualTo(401);
                assertThat(other.get("statements?statementId=" + id, "Host-Tenant", "acme-de", "X-Tenant", "acme-de")
                                .status())
                        .isEqualTo(404);
            }
        }
    }

    @Test
    void the_authority_of_a_statement_is_the_credential_whatever_it_says_itself() {
        UUID id = UUID.randomUUID();
        Answer made = operator.post(
                        "/operator/api/tenants/acme-de/xapi-credentials",
                        "application/json",
                        "{\"title\": \"Forklift simulator\", \"scopes\": [\"all\"]}")
                .must();
        try (var store = RecordStore.shown(site, Parties.basic(made.text("key"), made.text("secret")), VERSION)) {
            store.post("statements", statement(id), "Content-Type", "application/json");

            assertThat(store.get("statements?statementId=" + id).text())
                    .contains("\"name\":\"Forklift simulator\"", made.text("key"));
        }
    }

    @Test
    void who_asks_too_often_is_told_when_to_come_again() {
        Answer made = operator.post(
                        "/operator/api/tenants/acme-de/xapi-credentials",
                        "application/json",
                        "{\"scopes\": [\"all\"], \"limit\": 1}")
                .must();
        try (var store = RecordStore.shown(site, Parties.basic(made.text("key"), made.text("secret")), VERSION)) {
            List<Reply> replies = Stream.generate(() -> store.get("statements?limit=1"))
                    .limit(5)
                    .toList();

            assertThat(replies.getFirst().status()).isEqualTo(200);
            assertThat(replies)
                    .filteredOn(reply -> reply.status() == 429)
                    .isNotEmpty()
                    .allSatisfy(reply -> assertThat(reply.header("Retry-After")).contains("1"));
        }
    }

    @Test
    void who_is_nobody_is_told_how_to_show_who_they_are() {
        try (var nobody = RecordStore.shown(
                        site, Parties.basic("acme-de." + UUID.randomUUID(), Parties.noToken()), VERSION);
                var nonsense = RecordStore.shown(site, "Basic !", VERSION)) {
            for (RecordStore unknown : List.of(nobody, nonsense)) {
                Reply reply = unknown.get("statements");
                assertThat(reply.status()).isEqualTo(401);
                assertThat(reply.header("WWW-Authenticate").orElseThrow()).contains("Basic realm=", "Bearer realm=");
            }
        }
    }

    private RecordStore store(String tenant, String scope) {
        return RecordStore.of(site, operator, tenant, VERSION, "\"" + scope + "\"");
    }

    private static String statement(UUID id) {
        return """
                {"id":"%s","actor":%s,"verb":{"id":"http://adlnet.gov/expapi/verbs/completed"},"object":{"id":"%s"},
                 "authority":{"mbox":"mailto:somebody@example.com"}}""".formatted(id, AGENT, ACTIVITY);
    }
}
