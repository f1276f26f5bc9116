package org.mangrove.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mangrove.journeys.RecordStore.Reply;
import org.mangrove.launcher.Stack;

/** Other systems put documents down in the learning record store, in both versions of xAPI, and nobody loses one. */
@ExtendWith(WholeStack.class)
class RecordDocumentsIT {

    private static final int AT_ONCE = 16;
    private static final int TIMES = 10;
    private static final int MOST_BYTES = 5 << 20;
    private static final String JSON = "application/json";
    private static final String IF_MATCH = "If-Match";
    private static final String IF_NONE_MATCH = "If-None-Match";
    private static final String AGENT =
            "{\"objectType\":\"Agent\",\"account\":{\"homePage\":\"https://example.com\",\"name\":\"%s\"}}";

    private final String someone = AGENT.formatted(UUID.randomUUID());
    private final String activity = "https://example.com/activities/" + UUID.randomUUID();

    private RecordStore second;
    private RecordStore first;
    private RecordStore neighbour;
    private WholeStack.Site site;
    private Operator operator;

    @BeforeEach
    void setUp(WholeStack.Site running, Stack stack) {
        site = running;
        operator = new Operator(stack);
        second = RecordStore.of(site, operator, "acme-de", "2.0.0", "\"all\"");
        first = second.speaking("1.0.3");
        neighbour = RecordStore.of(site, operator, "borealis-de", "2.0.0", "\"all\"");
    }

    @AfterEach
    void tearDown() {
        List.of(second, first, neighbour).forEach(RecordStore::close);
    }

    @ParameterizedTest
    @ValueSource(strings = {"activities/state", "activities/profile", "agents/profile"})
    void a_document_is_given_out_as_it_came_until_it_is_removed(String resource) {
        String there = one(resource, "a name with / and ü");
        byte[] bytes = {0, -1, 13, 10, 127};
        Instant before = Instant.now().truncatedTo(ChronoUnit.SECONDS);

        assertThat(second.ask("PUT", there, BodyPublishers.ofByteArray(bytes), "Content-Type", "x/y; z=\"a\"")
                        .status())
                .isEqualTo(204);
        Reply got = second.get(there);

        assertThat(got.status()).isEqualTo(200);
        assertThat(got.response().body()).isEqualTo(bytes);
        assertThat(got.header("Content-Type")).contains("x/y; z=\"a\"");
        assertThat(got.header("Content-Length")).contains("5");
        assertThat(got.header("ETag").orElseThrow()).matches("\"[0-9a-f]{40}\"");
        assertThat(ZonedDateTime.parse(got.header("Last-Modified").orElseThrow(), DateTimeFormatter.RFC_1123_DATE_TIME)
                        .toInstant())
                .isBetween(before, Instant.now());
        assertThat(got.header("Content-Security-Policy")).contains("default-src 'none'; sandbox");
        assertThat(got.header("X-Content-Type-Options")).contains("nosniff");

        Reply head = second.ask("HEAD", there, BodyPublishers.noBody());
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.response().body()).isEmpty();
        assertThat(head.header("ETag")).isEqualTo(got.header("ETag"));
        assertThat(head.header("Content-Length")).contains("5");

        Reply known = second.get(there, IF_NONE_MATCH, got.header("ETag").orElseThrow());
        assertThat(known.status()).isEqualTo(304);
        assertThat(known.response().body()).isEmpty();

        assertThat(first.get(there).response().body()).isEqualTo(bytes);
        assertThat(second.delete(there).status()).isEqualTo(204);
        assertThat(second.get(there).status()).isEqualTo(404);
        assertThat(second.delete(there).status()).isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"activities/state", "activities/profile", "agents/profile"})
    void their_names_are_told_and_those_that_were_changed_since(String resource) throws InterruptedException {
        second.put(one(resource, "old"), "{}", "Content-Type", JSON);
        Reply old = second.get(all(resource));
        Instant between = Instant.now();
        second.put(one(resource, "new"), "{}", "Content-Type", JSON);

        assertThat(old.text()).isEqualTo("[\"old\"]");
        assertThat(second.get(all(resource)).text()).isEqualTo("[\"old\",\"new\"]");
        assertThat(second.get(all(resource) + "&since=" + between).text()).isEqualTo("[\"new\"]");
        assertThat(second.get(all(resource) + "&since=" + Instant.now()).text()).isEqualTo("[]");
        assertThat(second.get(all(resource)).header("Last-Modified")).isPresent();
    }

    @Test
    void states_of_an_enrolment_are_apart_from_those_of_others_and_removed_by_themselves() {
        String enrolment = "&registration=" + UUID.randomUUID();
        String other = "&registration=" + UUID.randomUUID();
        String state = one("activities/state", "place");
        second.put(state, "none", "Content-Type", "text/plain");
        second.put(state + enrolment, "this", "Content-Type", "text/plain");
        second.put(state + other, "other", "Content-Type", "text/plain");
        second.put(one("activities/state", "more") + other, "more", "Content-Type", "text/plain");

        assertThat(second.get(state).text()).isEqualTo("none");
        assertThat(second.get(state + enrolment).text()).isEqualTo("this");
        assertThat(second.get(all("activities/state") + enrolment).text()).isEqualTo("[\"place\"]");
        assertThat(second.get(all("activities/state")).text()).isEqualTo("[\"place\",\"more\"]");

        assertThat(second.delete(all("activities/state") + enrolment).status()).isEqualTo(204);
        assertThat(second.get(state + enrolment).status()).isEqualTo(404);
        assertThat(second.get(state + other).text()).isEqualTo("other");
        assertThat(second.delete(all("activities/state")).status()).isEqualTo(204);
        assertThat(second.get(all("activities/state")).text()).isEqualTo("[]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"activities/state", "activities/profile", "agents/profile"})
    void json_is_laid_over_json_and_nothing_else_is(String resource) {
        String there = one(resource, "merged");

        assertThat(second.post(there, "{\"car\":{\"make\":\"Ford\"},\"driver\":\"Dale\"}", "Content-Type", JSON)
                        .status())
                .isEqualTo(204);
        assertThat(second.post(there, "{\"car\":{\"model\":\"Ram\"}}", "Content-Type", JSON)
                        .status())
                .isEqualTo(204);
        assertThat(second.get(there).text()).isEqualTo("{\"car\":{\"model\":\"Ram\"},\"driver\":\"Dale\"}");

        assertThat(second.post(there, "{}", "Content-Type", "text/plain").status())
                .isEqualTo(400);
        assertThat(second.post(there, "[]", "Content-Type", JSON).status()).isEqualTo(400);
        assertThat(second.post(there, "{\"a\":1,\"a\":2}", "Content-Type", JSON).status())
                .isEqualTo(400);
        assertThat(second.get(there).text()).isEqualTo("{\"car\":{\"model\":\"Ram\"},\"driver\":\"Dale\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "2.0.0, activities/state, 204, 409",
        "2.0.0, activities/profile, 204, 409",
        "2.0.0, agents/profile, 204, 409",
        "1.0.3, activities/state, 204, 204",
        "1.0.3, activities/profile, 400, 409",
        "1.0.3, agents/profile, 400, 409"
    })
    void who_says_no_condition_may_do_what_the_version_lets(
            String version, String resource, int whereNoneIs, int whereOneIs) {
        RecordStore store = version.equals("2.0.0") ? second : first;
        String there = one(resource, "unconditional");

        assertThat(store.put(there, "{}", "Content-Type", JSON).status()).isEqualTo(whereNoneIs);
        store.put(there, "{}", "Content-Type", JSON, IF_NONE_MATCH, "*");

        Reply again = store.put(there, "{\"a\":1}", "Content-Type", JSON);
        assertThat(again.status()).isEqualTo(whereOneIs);
        assertThat(again.text().isEmpty()).isEqualTo(whereOneIs == 204);
    }

    @ParameterizedTest
    @CsvSource({
        "activities/state, 2.0.0",
        "activities/profile, 2.0.0",
        "agents/profile, 2.0.0",
        "activities/state, 1.0.3",
        "agents/profile, 1.0.3"
    })
    void a_condition_that_does_not_hold_leaves_the_document_as_it_was(String resource, String version) {
        RecordStore store = version.equals("2.0.0") ? second : first;
        String there = one(resource, "conditional");
        String stale = "\"0000000000000000000000000000000000000000\"";

        assertThat(store.put(there, "{\"v\":1}", "Content-Type", JSON, IF_MATCH, "*")
                        .status())
                .isEqualTo(412);
        assertThat(store.put(there, "{\"v\":1}", "Content-Type", JSON, IF_NONE_MATCH, "*")
                        .status())
                .isEqualTo(204);
        assertThat(store.put(there, "{\"v\":2}", "Content-Type", JSON, IF_NONE_MATCH, "*")
                        .status())
                .isEqualTo(412);
        assertThat(store.put(there, "{\"v\":2}", "Content-Type", JSON, IF_MATCH, stale)
                        .status())
                .isEqualTo(412);
        assertThat(store.post(there, "{\"v\":2}", "Content-Type", JSON, IF_MATCH, stale)
                        .status())
                .isEqualTo(412);
        assertThat(store.delete(there, IF_MATCH, stale).status()).isEqualTo(412);
        assertThat(store.get(there).text()).isEqualTo("{\"v\":1}");

        String etag = store.get(there).header("ETag").orElseThrow();
        assertThat(store.put(there, "{\"v\":2}", "Content-Type", JSON, IF_MATCH, stale + ", " + etag)
                        .status())
                .isEqualTo(204);
        assertThat(store.delete(there, IF_MATCH, etag).status()).isEqualTo(412);
        assertThat(store.delete(there, IF_MATCH, store.get(there).header("ETag").orElseThrow())
                        .status())
                .isEqualTo(204);
    }

    @Test
    void of_sixteen_who_count_in_one_document_none_loses_a_count() throws Exception {
        String there = one("activities/state", "counter");
        second.put(there, "0", "Content-Type", "text/plain");

        atOnce(number -> {
            for (int done = 0; done < TIMES; ) {
                Reply seen = second.get(there);
                int next = Integer.parseInt(seen.text()) + 1;
                Reply put = second.put(
                        there,
                        Integer.toString(next),
                        "Content-Type",
                        "text/plain",
                        IF_MATCH,
                        seen.header("ETag").orElseThrow());
                assertThat(put.status()).as("%s", put).isIn(204, 412);
                done += put.status() == 204 ? 1 : 0;
            }
            return 0;
        });

        assertThat(second.get(there).text()).isEqualTo(Integer.toString(AT_ONCE * TIMES));
    }

    @Test
    void of_sixteen_with_the_same_version_one_comes_through() throws Exception {
        String there = one("agents/profile", "contested");
        second.put(there, "{\"by\":-1}", "Content-Type", JSON);

        for (int time = 0; time < TIMES; time++) {
            String etag = second.get(there).header("ETag").orElseThrow();
            String round = "{\"round\":%d,\"by\":%%d}".formatted(time);

            List<Integer> answers =
                    atOnce(number -> second.put(there, round.formatted(number), "Content-Type", JSON, IF_MATCH, etag)
                            .status());

            assertThat(answers).as("round %d", time).containsOnly(204, 412).containsOnlyOnce(204);
        }
    }

    @Test
    void of_sixteen_who_put_down_a_new_document_one_comes_through() throws Exception {
        for (int time = 0; time < TIMES; time++) {
            String there = one("activities/profile", "new " + time);

            List<Integer> answers = atOnce(number -> second.put(
                            there, "{\"by\":%d}".formatted(number), "Content-Type", JSON, IF_NONE_MATCH, "*")
                    .status());

            assertThat(answers).containsOnly(204, 412).containsOnlyOnce(204);
        }
    }

    @Test
    void sixteen_who_lay_properties_over_a_document_all_leave_theirs() throws Exception {
        for (int time = 0; time < TIMES; time++) {
            String there = one("activities/state", "laid over " + time);

            assertThat(atOnce(
                            number -> second.post(there, "{\"p%d\":%d}".formatted(number, number), "Content-Type", JSON)
                                    .status()))
                    .containsOnly(204);

            String all = second.get(there).text();
            assertThat(IntStream.range(0, AT_ONCE).mapToObj("\"p%1$d\":%1$d"::formatted))
                    .allSatisfy(property -> assertThat(all).contains(property));
        }
    }

    @Test
    void putting_down_and_removing_at_once_fails_nobody() throws Exception {
        String there = one("activities/state", "coming and going");

        List<Integer> answers = atOnce(number -> {
            int worst = 0;
            for (int time = 0; time < TIMES; time++) {
                Reply reply = ThreadLocalRandom.current().nextBoolean()
                        ? second.post(there, "{\"by\":%d}".formatted(number), "Content-Type", JSON)
                        : second.delete(there);
                worst = Math.max(worst, reply.status());
            }
            return worst;
        });

        assertThat(answers).containsOnly(204);
    }

    @Test
    void another_tenant_with_the_same_names_sees_nothing_and_changes_nothing() {
        for (String resource : List.of("activities/state", "activities/profile", "agents/profile")) {
            String there = one(resource, "mine");
            second.put(there, "{\"of\":\"acme\"}", "Content-Type", JSON);
            String etag = second.get(there).header("ETag").orElseThrow();

            assertThat(neighbour.get(there).status()).isEqualTo(404);
            assertThat(neighbour.get(all(resource)).text()).isEqualTo("[]");
            assertThat(neighbour.delete(there, IF_MATCH, etag).status()).isEqualTo(412);
            assertThat(neighbour.delete(there).status()).isEqualTo(204);
            assertThat(neighbour
                            .put(there, "{\"of\":\"borealis\"}", "Content-Type", JSON, IF_NONE_MATCH, "*")
                            .status())
                    .isEqualTo(204);

            assertThat(second.get(there).text()).isEqualTo("{\"of\":\"acme\"}");
            assertThat(neighbour.get(there).text()).isEqualTo("{\"of\":\"borealis\"}");
        }
        neighbour.delete(all("activities/state"));
        assertThat(second.get(all("activities/state")).text()).isEqualTo("[\"mine\"]");
    }

    @Test
    void a_document_has_a_bound_which_merging_minds_too() {
        String there = one("activities/state", "large");
        byte[] most = new byte[MOST_BYTES];
        byte[] more = new byte[MOST_BYTES + 1];

        assertThat(second.ask("PUT", there, BodyPublishers.ofByteArray(more)).status())
                .isEqualTo(413);
        assertThat(second.ask("PUT", there, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(more)))
                        .status())
                .as("of a length that is not said")
                .isEqualTo(413);
        assertThat(second.get(there).status()).isEqualTo(404);
        assertThat(second.ask("PUT", there, BodyPublishers.ofByteArray(most)).status())
                .isEqualTo(204);
        assertThat(second.get(there).response().body()).isEqualTo(most);

        String half = "\"" + "x".repeat(MOST_BYTES / 2) + "\"";
        String merged = one("activities/state", "merged");
        assertThat(second.post(merged, "{\"a\":" + half + "}", "Content-Type", JSON)
                        .status())
                .isEqualTo(204);
        assertThat(second.post(merged, "{\"b\":" + half + "}", "Content-Type", JSON)
                        .status())
                .isEqualTo(413);
    }

    @Test
    void bad_input_is_refused_at_its_place_and_leaves_nothing() {
        String state = one("activities/state", "x");

        refuses(second.put("activities/state?stateId=x&agent=" + encoded(someone), "{}"), 400, "activityId");
        refuses(second.put(state.replace("stateId", "stateid"), "{}"), 400, "stateid");
        refuses(second.put(state + "&since=2026-11-22T08:30:00Z", "{}"), 400, "since");
        refuses(second.put(state + "&agent=x", "{}"), 400, "agent");
        refuses(second.get(all("activities/state") + "&since=yesterday"), 400, "since");
        refuses(second.put(state + "&registration=1", "{}"), 400, "registration");
        refuses(second.put(state.replace("https%3A", ""), "{}"), 400, "activityId");
        refuses(second.put(state, "{", "Content-Type", JSON), 400, "$");
        refuses(second.put(state, "{}", "Content-Type", "text/plain; x=" + "y".repeat(300)), 400, "Content-Type");
        refuses(second.put(state, "{}", IF_MATCH, "unquoted"), 400, IF_MATCH);
        refuses(
                second.put("activities/state?activityId=" + encoded(activity) + "&stateId=x&agent=%7B", "{}"),
                400,
                "agent");
        refuses(second.delete("agents/profile?agent=" + encoded(someone)), 400, "profileId");
        refuses(second.get("activities/profile?activityId=a:b&profileId=x&agent=" + encoded(someone)), 400, "agent");
        assertThat(second.get(state).status()).isEqualTo(404);
    }

    @Test
    void methods_that_are_not_there_are_told_from_those_that_are() {
        String state = one("activities/state", "x");

        Reply patched = second.ask("PATCH", state, BodyPublishers.noBody());
        assertThat(patched.status()).isEqualTo(405);
        assertThat(patched.header("Allow")).contains("DELETE, GET, HEAD, OPTIONS, POST, PUT");
        assertThat(second.ask("POST", "agents?agent=" + encoded(someone), BodyPublishers.noBody())
                        .header("Allow"))
                .contains("GET, HEAD, OPTIONS");
        Reply options = second.ask("OPTIONS", state, BodyPublishers.noBody());
        assertThat(options.status()).isEqualTo(204);
        assertThat(options.header("Allow")).contains("DELETE, GET, HEAD, OPTIONS, POST, PUT");
    }

    @Test
    void a_credential_reads_and_writes_what_its_scopes_say() {
        String state = one("activities/state", "x");
        String profile = one("agents/profile", "x");
        second.put(state, "{}", "Content-Type", JSON);
        second.put(profile, "{}", "Content-Type", JSON);

        try (var ofStates = RecordStore.of(site, operator, "acme-de", "2.0.0", "\"state\"");
                var reader = RecordStore.of(site, operator, "acme-de", "2.0.0", "\"all/read\"");
                var ofStatements = RecordStore.of(site, operator, "acme-de", "2.0.0", "\"statements/read\"")) {
            assertThat(ofStates.get(state).status()).isEqualTo(200);
            assertThat(ofStates.get(profile).status()).isEqualTo(403);
            assertThat(reader.get(profile).status()).isEqualTo(200);
            assertThat(reader.delete(profile).status()).isEqualTo(403);
            assertThat(reader.delete(state).status()).isEqualTo(403);
            assertThat(ofStatements.get(state).status()).isEqualTo(403);
            assertThat(ofStatements.get(profile).status()).isEqualTo(403);
        }
        assertThat(second.get(state).status()).isEqualTo(200);
    }

    @Test
    void the_first_version_takes_requests_that_are_written_as_forms() {
        String put = RecordStore.query(Map.of(
                "activityId", activity,
                "agent", someone,
                "stateId", "form",
                "Content-Type", "text/plain; charset=utf-8",
                "content", "grüße & mehr"));
        String get = RecordStore.query(Map.of("activityId", activity, "agent", someone, "stateId", "form"));
        String form = "application/x-www-form-urlencoded";

        assertThat(first.post("activities/state?method=PUT", put, "Content-Type", form)
                        .status())
                .isEqualTo(204);
        Reply got = first.post("activities/state?method=GET", get, "Content-Type", form);
        assertThat(got.text()).isEqualTo("grüße & mehr");
        assertThat(got.header("Content-Type")).contains("text/plain; charset=utf-8");

        refuses(second.post("activities/state?method=GET", get, "Content-Type", form), 400, "method");
        refuses(first.post("activities/state?method=GET&stateId=x", get, "Content-Type", form), 400, "method");
        refuses(first.post("activities/state?method=PATCH", get, "Content-Type", form), 400, "method");
        refuses(first.post("activities/state?method=PUT", get, "Content-Type", form), 400, "content");
        refuses(first.post("activities/state?method=GET", get, "Content-Type", JSON), 400, "Content-Type");
        String injected = get + "&content=x&Content-Type=text%2Fplain%0D%0ASet-Cookie%3A+a%3Db";
        refuses(first.post("activities/state?method=PUT", injected, "Content-Type", form), 400, "Content-Type");
    }

    @Test
    void a_person_has_what_was_said_in_asking() {
        Reply person = second.get("agents?agent="
                + encoded("{\"name\":\"Lena\",\"account\":{\"homePage\":\"https://example.com\",\"name\":\"lena\"}}"));

        assertThat(person.text())
                .isEqualTo("{\"objectType\":\"Person\",\"name\":[\"Lena\"],"
                        + "\"account\":[{\"homePage\":\"https://example.com\",\"name\":\"lena\"}]}");
        refuses(second.get("agents"), 400, "agent");
        refuses(second.get("agents?agent=" + encoded("{\"objectType\":\"Agent\",\"name\":\"Lena\"}")), 400, "agent");
    }

    @Test
    void an_activity_is_what_statements_have_said_of_it_in_its_own_tenant() {
        assertThat(second.get("activities?activityId=" + encoded(activity)).text())
                .isEqualTo("{\"objectType\":\"Activity\",\"id\":\"%s\"}".formatted(activity));

        say("{\"name\":{\"en\":\"Meeting\"},\"type\":\"https://example.com/types/a\"}");
        say("{\"name\":{\"fr\":\"réunion\"},\"type\":\"https://example.com/types/b\"}");
        say("{\"name\":{\"en\":\"Meeting\"}}");

        String definition =
                "{\"name\":{\"en\":\"Meeting\",\"fr\":\"réunion\"},\"type\":\"https://example.com/types/b\"}";
        for (RecordStore store : List.of(second, first)) {
            assertThat(store.get("activities?activityId=" + encoded(activity)).text())
                    .isEqualTo("{\"objectType\":\"Activity\",\"id\":\"%s\",\"definition\":%s}"
                            .formatted(activity, definition));
        }
        assertThat(neighbour.get("activities?activityId=" + encoded(activity)).text())
                .doesNotContain("definition");
        refuses(second.get("activities"), 400, "activityId");
    }

    @Test
    void anybody_may_ask_which_versions_there_are() {
        Answer about = new Program(site).get("/xapi/about").must();

        assertThat(about.text()).startsWith("{\"version\":[\"1.0.3\",\"2.0.0\"]");
    }

    private void say(String definition) {
        assertThat(second.post(
                                "statements",
                                "{\"actor\":%s,\"verb\":{\"id\":\"https://example.com/verbs/met\"},\"object\":{\"id\":\"%s\",\"definition\":%s}}"
                                        .formatted(someone, activity, definition),
                                "Content-Type",
                                JSON)
                        .status())
                .isEqualTo(200);
    }

    private static void refuses(Reply reply, int status, String place) {
        assertThat(reply.status()).as("%s", reply).isEqualTo(status);
        assertThat(reply.header("Content-Type")).contains("application/problem+json");
        assertThat(reply.text()).as("%s", reply).contains("\"path\":\"" + place).contains("\"detail\":\"");
    }

    /** The address of a document. */
    private String one(String resource, String name) {
        String parameter = resource.equals("activities/state") ? "stateId" : "profileId";
        return all(resource) + "&" + parameter + "=" + encoded(name);
    }

    /** The address of all documents of that kind about the same. */
    private String all(String resource) {
        String ofActivity = "activityId=" + encoded(activity);
        String ofAgent = "agent=" + encoded(someone);
        return resource + "?"
                + switch (resource) {
                    case "activities/profile" -> ofActivity;
                    case "agents/profile" -> ofAgent;
                    default -> ofActivity + "&" + ofAgent;
                };
    }

    private static String encoded(String text) {
        return RecordStore.query(Map.of("", text)).substring(1);
    }

    private interface Work {
        int by(int number) throws Exception;
    }

    private static List<Integer> atOnce(Work work) throws Exception {
        var barrier = new CyclicBarrier(AT_ONCE);
        var answers = new ArrayList<Integer>();
        try (var executor = Executors.newFixedThreadPool(AT_ONCE)) {
            var running = new ArrayList<Future<Integer>>();
            for (int i = 0; i < AT_ONCE; i++) {
                int number = i;
                Callable<Integer> one = () -> {
                    barrier.await();
                    return work.by(number);
                };
                running.add(executor.submit(one));
            }
            for (Future<Integer> one : running) {
                answers.add(one.get());
            }
        }
        return answers;
    }
}
