package org.mangrove.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mangrove.launcher.Stack;

/** What an operator sees of a stack: which part is missing, what it measures, its traces; and never a person. */
@ExtendWith(WholeStack.class)
class OperationIT {

    @Test
    void a_database_that_is_gone_makes_the_node_unready_and_is_named_until_it_is_back(
            WholeStack.Site site, Stack stack) {
        assertThat(ready(site).status()).isEqualTo(200);

        stack.database().kill();
        try {
            Answer gone = Patience.USUAL.until("the node is unready", () -> ready(site), told -> told.status() == 503);
            assertThat(gone.text())
                    .contains("\"core\":\"does not answer\"")
                    .contains("\"cell-eu\":\"does not answer\"")
                    .contains("\"cell-jp\":\"does not answer\"");
            assertThat(new Program(site).get("/health/live").status())
                    .as("a new start would not help")
                    .isEqualTo(200);
        } finally {
            stack.database().restart();
        }

        Answer back = Patience.USUAL.until("the node is ready", () -> ready(site), told -> told.status() == 200);
        assertThat(back.text()).contains("\"cell-eu\":\"answers\"").doesNotContain("does not answer");
        assertThat(new Program(site).get(Learner.LENA.at("/sign-on/failed")).status())
                .isLessThan(500);
    }

    @Test
    void a_node_that_starts_asks_for_patience_in_place_of_saying_that_nothing_is_there(
            WholeStack.Site site, Stack stack) throws Exception {
        stack.database().kill();
        try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
            Future<?> starting = thread.submit(stack.node()::restart);
            try {
                Patience.USUAL.until(
                        "the node says what it waits for",
                        () -> readyIfItListens(site),
                        told -> told.contains("waiting-for"));
                Answer page = new Program(site).get(Learner.LENA.at("/catalogue"));

                assertThat(page.status()).isEqualTo(503);
                assertThat(page.text()).contains("The platform is just starting");
                assertThat(new Program(site).get("/health/live").status()).isEqualTo(200);
            } finally {
                stack.database().restart();
            }
            starting.get();
        }
        assertThat(new Program(site).get(Learner.LENA.at("/catalogue")).status())
                .as("asks who it is")
                .isEqualTo(401);
    }

    @Test
    void without_keycloak_the_node_stays_ready_says_so_and_serves_who_has_signed_on(WholeStack.Site site, Stack stack) {
        try (var lena = new Visitor(site, "de")) {
            lena.signOn(Learner.LENA);
            assertThat(ready(site).text()).contains("\"sign-on\":\"possible\"");

            stack.keycloak().kill();
            try {
                Answer gone = Patience.USUAL.until(
                        "Keycloak is missed",
                        () -> ready(site),
                        told -> told.text().contains("Keycloak does not answer"));
                assertThat(gone.status()).isEqualTo(200);
                assertThat(lena.go(Learner.LENA.at("/catalogue")).status()).isEqualTo(200);
            } finally {
                stack.keycloak().restart();
            }

            Patience.USUAL.until(
                    "Keycloak is back", () -> ready(site), told -> told.text().contains("\"sign-on\":\"possible\""));
        }
    }

    @Test
    void the_feed_of_each_cell_and_the_relay_are_told(WholeStack.Site site) {
        Answer told = ready(site);

        assertThat(told.text())
                .contains("\"cell eu, enterprise 1\":\"up to date\"")
                .contains("\"cell jp, enterprise 2\":\"up to date\"")
                .contains("\"cell sa\":\"0 wait, the oldest for 0 s; 0 set aside\"")
                .doesNotContain("acme")
                .doesNotContain("borealis");
    }

    @Test
    void metrics_are_for_operators_only_and_name_no_one(WholeStack.Site site, Stack stack) {
        assertThat(new Program(site).get("/metrics").status()).isEqualTo(401);
        assertThat(new Program(site).get("/metrics/application").status()).isEqualTo(401);
        assertThat(new Program(site)
                        .get("/metrics?scope=application", "not.a.token")
                        .status())
                .isEqualTo(401);
        String operator = stack.keycloak().operatorToken();
        try (var lena = new Visitor(site, "de")) {
            lena.signOn(Learner.LENA);
            double before = value(metrics(site, operator), "mangrove_requests_total", "route=\"/catalogue\"");
            lena.go(Learner.LENA.at("/catalogue?q=" + Learner.LENA.user()));
            lena.go(Learner.LENA.at("/no-such-place/" + UUID.randomUUID()));
            lena.go(Learner.LENA.at("/my-data"));

            String metrics = metrics(site, operator);
            assertThat(value(metrics, "mangrove_requests_total", "route=\"/catalogue\""))
                    .isEqualTo(before + 1);
            assertThat(metrics.lines().filter(line -> line.startsWith("mangrove_request_duration")))
                    .anyMatch(line -> line.contains("_bucket{") && line.contains("le=\"0.005\""));
            assertThat(value(metrics, "mangrove_sign_ons_total", "outcome=\"signed-on\""))
                    .isPositive();
            assertThat(value(metrics, "mangrove_sql_statements_total", "database=\"cell-eu\""))
                    .isPositive();
            Patience.USUAL.until(
                    "the feed is up to date again after what other tests took away",
                    () -> value(metrics(site, operator), "mangrove_feed_lag_seconds", "cell=\"eu\""),
                    lag -> lag >= 0 && lag <= 60);
            assertThat(Stream.of("mangrove_outbox_waiting", "mangrove_dead_letters"))
                    .allSatisfy(waiting -> Patience.USUAL.until(
                            waiting,
                            () -> value(metrics(site, operator), waiting, "cell=\"eu\""),
                            count -> count == 0));
            assertThat(value(metrics, "mangrove_extension_tenants", "de-arbeitsschutz"))
                    .as("one tenant, in whatever state")
                    .isEqualTo(1);
            assertThat(value(metrics, "mangrove_extension_calls_total", "de-arbeitsschutz", "outcome="))
                    .isPositive();
            assertThat(ours(metrics))
                    .isNotEmpty()
                    .doesNotContain("lena")
                    .doesNotContain("acme")
                    .doesNotContain("no-such-place");
        }
    }

    @Test
    void traces_have_routes_and_leave_addresses_queries_and_people_at_home(WholeStack.Site site, Collector traces) {
        String marker = "marker" + UUID.randomUUID().toString().replace("-", "");
        try (var lena = new Visitor(site, "de")) {
            lena.signOn(Learner.LENA);
            lena.go(Learner.LENA.at("/courses/" + marker));
            lena.go(Learner.LENA.at("/catalogue?q=" + marker));

            String all = Patience.USUAL.until(
                    "both routes are told",
                    traces::all,
                    told -> told.contains("GET /catalogue") && told.contains("GET /courses/{course}"));
            assertThat(all)
                    .contains("http.route")
                    .contains("mangrove.request")
                    .doesNotContain(marker)
                    .doesNotContain("http.url")
                    .doesNotContain("http.target")
                    .doesNotContain("lena")
                    .doesNotContain(Learner.LENA.tenant());
        }
    }

    private static Answer ready(WholeStack.Site site) {
        return new Program(site).get("/health/ready");
    }

    private static String metrics(WholeStack.Site site, String operator) {
        Answer told = new Program(site).get("/metrics", operator);
        assertThat(told.status()).isEqualTo(200);
        return told.text();
    }

    private static String ours(String metrics) {
        return String.join("\n", lines(metrics, "mangrove_").toList());
    }

    private static Stream<String> lines(String metrics, String beginning) {
        return metrics.lines().filter(line -> line.startsWith(beginning));
    }

    /** The sum over all lines of a metric with these labels; 0 if there is none. */
    private static double value(String metrics, String name, String... labels) {
        return lines(metrics, name + "{")
                .filter(line -> Stream.of(labels).allMatch(line::contains))
                .mapToDouble(line -> Double.parseDouble(
                        line.substring(line.lastIndexOf('}') + 1).strip()))
                .sum();
    }

    /** Before that, a starting node answers for its container or not at all. */
    private static String readyIfItListens(WholeStack.Site site) {
        try {
            return ready(site).text();
        } catch (NoAnswer notYet) {
            return "nothing";
        }
    }
}
