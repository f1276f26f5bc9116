package org.mangrove.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mangrove.launcher.Stack;

/**
 * What is recorded in a tenant arrives in other record stores: in one that is ours, and in one that answers as a store should not.
 */
@ExtendWith(WholeStack.class)
class ForwardingIT {

    private static final String PAGE = "/admin/forwarders";
    private static final Pattern FORWARDER = Pattern.compile("/admin/forwarders/([0-9a-f-]{36})\"");
    private static final String SECRET = "open-sesame-4711";

    private final WholeStack.Site site;
    private final Stack stack;
    private final Rows eu;
    private final Visitor thomas;

    ForwardingIT(WholeStack.Site site, Stack stack) {
        this.site = site;
        this.stack = stack;
        this.eu = Rows.ofCell(stack, "eu");
        this.thomas = new Visitor(site, "de");
        thomas.signOn(Learner.THOMAS);
    }

    @AfterEach
    void removeAll() {
        eu.read("select hex(id) from forwarding_forwarder where removed_at is null", List.of(), row -> row.getString(1))
                .forEach(hex -> thomas.submit(at("/" + dashed(hex) + "/removed"), Map.of()));
        thomas.close();
    }

    @Test
    @Tag("long")
    void what_one_tenant_records_arrives_in_the_store_of_another_one_once_although_the_node_is_killed()
            throws Exception {
        Answer made = new Operator(stack)
                .post(
                        "/operator/api/tenants/borealis-de/xapi-credentials",
                        "application/json",
                        "{\"scopes\":[\"statements/write\"],\"limit\":null}")
                .must();
        String there = "http://127.0.0.1:%d/xapi/".formatted(site.url().getPort());
        create(Forwarding.to(there, made.text("key"), made.text("secret")));
        try (var here = store("acme-de");
                var neighbour = store("acme-at")) {
            List<String> first = ids(250);
            send(here, first);
            List<String> others = ids(5);
            send(neighbour, others);
            Patience.USUAL.until(
                    "the first ones arrive", () -> !arrivedAtBorealis(first).isEmpty());
            List<String> second = ids(400);
            send(here, second);
            stack.node().kill();
            stack.node().restart();
            List<String> third = ids(20);
            Patience.USUAL.until("the store takes statements", () -> isSent(here, third));

            List<String> all =
                    Stream.of(first, second, third).flatMap(List::stream).toList();
            Patience.USUAL.until("all arrive", () -> arrivedAtBorealis(all).size(), count -> count == all.size());
            assertThat(arrivedAtBorealis(all)).containsExactlyElementsOf(all);
            assertThat(arrivedAtBorealis(others)).isEmpty();
        }
        Patience.USUAL.until("the page says so", () -> thomas.go(at("")).text().contains("Auf dem neuesten Stand"));
    }

    @Test
    void a_secret_is_in_no_page_no_log_and_no_row() {
        try (var target = ScriptedStore.open();
                var here = store("acme-de")) {
            String forwarder = create(Forwarding.to(target.address().toString(), "somebody", SECRET));
            List<String> ids = ids(3);
            send(here, ids);
            Patience.USUAL.until("they arrive", () -> target.arrived().containsAll(ids));

            assertThat(target.requests().getFirst().authorization()).isEqualTo(Parties.basic("somebody", SECRET));
            for (String page : List.of("", "/" + forwarder, "/" + forwarder + "/edit")) {
                assertThat(thomas.go(at(page)).text()).doesNotContain(SECRET);
            }
            assertThat(new NodeProcess(stack.node()).log()).doesNotContain(SECRET);
            String login = eu.text("select login from forwarding_forwarder where removed_at is null");
            assertThat(login).isNotEmpty().doesNotContain(SECRET).doesNotContain("somebody");
            assertThat(eu.lines("select terms from forwarding_forwarder")).noneMatch(terms -> terms.contains(SECRET));
            thomas.submit(at("/" + forwarder + "/removed"), Map.of());
            assertThat(eu.text(
                            "select login from forwarding_forwarder where id = unhex(?)", forwarder.replace("-", "")))
                    .isEmpty();
        }
    }

    @Test
    void a_store_that_is_busy_is_waited_for_and_order_is_kept() {
        try (var target = ScriptedStore.open();
                var here = store("acme-de")) {
            var begun = new ArrayList<Long>();
            target.answer(request -> {
                begun.add(System.nanoTime());
                return begun.size() == 1
                        ? new ScriptedStore.Reply(503, "", "Retry-After", "4")
                        : begun.size() == 2 ? new ScriptedStore.Reply(200, "<html>Sign in</html>") : request.taken();
            });
            create(Forwarding.to(target.address().toString(), "", ""));
            List<String> ids = ids(30);
            send(here, ids.subList(0, 10));
            Patience.USUAL.until("it was asked", () -> !begun.isEmpty());
            send(here, ids.subList(10, 30));
            Patience.USUAL.until(
                    "they arrive", () -> begun.size() > 2 && target.arrived().containsAll(ids));

            assertThat(Duration.ofNanos(begun.get(1) - begun.get(0))).isGreaterThanOrEqualTo(Duration.ofSeconds(4));
            assertThat(new ArrayList<>(new LinkedHashSet<>(target.arrived()))).containsSubsequence(ids);
        }
    }

    @Test
    void one_that_is_refused_is_set_aside_and_sent_again_by_an_admin() {
        try (var target = ScriptedStore.open();
                var here = store("acme-de")) {
            List<String> ids = ids(40);
            String bad = ids.get(17);
            target.answer(request -> request.ids().contains(bad)
                    ? new ScriptedStore.Reply(400, "no such <b>verb</b>")
                    : request.taken());
            String forwarder = create(Forwarding.to(target.address().toString(), "", ""));
            send(here, ids);
            Patience.USUAL.until("it is set aside", () -> page(forwarder).contains(bad));

            Patience.USUAL.until("all others arrive", () -> target.arrived().size() >= 39);
            assertThat(target.arrived()).doesNotContain(bad).containsAll(without(ids, bad));
            assertThat(page(forwarder))
                    .contains("Der andere Speicher lehnt sie ab:", "no such &lt;b&gt;verb&lt;/b&gt;");

            target.answer(ScriptedStore.Request::taken);
            assertThat(thomas.submit(at("/" + forwarder + "/again"), Map.of()).text())
                    .contains("1 Statement wird noch einmal gesendet.");
            Patience.USUAL.until("it arrives", () -> target.arrived().contains(bad));
            assertThat(page(forwarder)).contains("Jedes Statement konnte gesendet werden.");
        }
    }

    @Test
    void a_store_that_lets_us_in_no_more_stops_it_until_an_admin_goes_on() {
        try (var target = ScriptedStore.open();
                var here = store("acme-de")) {
            target.answer(request -> new ScriptedStore.Reply(401, ""));
            String forwarder = create(Forwarding.to(target.address().toString(), "somebody", "old"));
            List<String> ids = ids(5);
            send(here, ids);
            Patience.USUAL.until("it stops", () -> page(forwarder).contains("Gestoppt: kein Einlass"));
            int requests = target.requests().size();

            target.answer(ScriptedStore.Request::taken);
            thomas.submit(at("/" + forwarder), Forwarding.to(target.address().toString(), "somebody", "new"));
            assertThat(target.requests()).hasSize(requests);
            thomas.submit(at("/" + forwarder + "/resume"), Map.of());
            Patience.USUAL.until("they arrive", () -> target.arrived().containsAll(ids));
            assertThat(target.requests().getLast().authorization()).isEqualTo(Parties.basic("somebody", "new"));
        }
    }

    @Test
    void one_that_hangs_holds_up_no_other_one() {
        try (var hanging = ScriptedStore.open();
                var well = ScriptedStore.open();
                var here = store("acme-de")) {
            hanging.answer(request -> {
                try {
                    Thread.sleep(Duration.ofSeconds(20));
                } catch (InterruptedException over) {
                    Thread.currentThread().interrupt();
                }
                return request.taken();
            });
            create(Forwarding.to(hanging.address().toString(), "", ""));
            create(Forwarding.to(well.address().toString(), "", ""));
            List<String> ids = ids(50);
            long begun = System.nanoTime();
            send(here, ids);
            Patience.USUAL.until(
                    "they arrive where all is well", () -> well.arrived().containsAll(ids));
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(15));
            assertThat(hanging.arrived()).isEmpty();
        }
    }

    @Test
    void a_template_and_a_filter_say_what_goes_and_how_and_show_it_before() {
        try (var target = ScriptedStore.open();
                var here = store("acme-de")) {
            List<String> ids = ids(4);
            send(here, ids);
            var form = new LinkedHashMap<>(Forwarding.to(target.address().toString(), "", ""));
            form.put("verbs", List.of("https://example.org/verbs/passed-on"));
            form.put(
                    "template",
                    List.of("{\"$with\":{\"/actor\":{\"account\":{\"homePage\":\"https://group.example\","
                            + "\"name\":{\"$text\":\"p-{/actor/account/name}\"}}}}}"));
            form.put("do", List.of("preview"));
            assertThat(thomas.go(at("/new")).must().text())
                    .as("a template is tried before the rest is filled in")
                    .containsPattern("value=\"preview\"[^>]* formnovalidate");
            assertThat(thomas.submit(at(""), form).text()).contains("Vorschau", "p-lena", "https://group.example");
            assertThat(eu.number("select count(*) from forwarding_forwarder where removed_at is null"))
                    .isZero();

            form.put("template", List.of("{\"$with\":{\"/verb\":{}}}"));
            assertThat(thomas.submit(at(""), form).text()).contains("$.verb");

            form.put(
                    "template",
                    List.of("{\"$with\":{\"/actor\":{\"account\":{\"homePage\":\"https://group.example\","
                            + "\"name\":{\"$text\":\"p-{/actor/account/name}\"}}}}}"));
            form.put("do", List.of("save"));
            form.put("since", List.of("2026-01-01"));
            create(form);
            Patience.USUAL.until("they arrive", () -> target.arrived().containsAll(ids));
            assertThat(target.requests().stream().map(ScriptedStore.Request::body))
                    .allMatch(body -> body.contains("p-lena") && !body.contains("\"name\":\"lena\""));
            Patience.USUAL.until(
                    "whom it told of by another name is remembered",
                    () -> eu.number("select count(*) from forwarding_told where alias is not null") > 0);
        }
    }

    @Test
    void nothing_is_sent_to_where_nothing_may_be_sent() {
        var inside = new LinkedHashMap<>(Forwarding.to("https://169.254.169.254/latest/", "", ""));
        assertThat(thomas.submit(at(""), inside).text()).contains("privates Netz");
        inside.put("endpoint", List.of("http://192.0.2.1/xapi"));
        assertThat(thomas.submit(at(""), inside).text()).contains("privates Netz");
        assertThat(eu.number("select count(*) from forwarding_forwarder where removed_at is null"))
                .isZero();

        try (var target = ScriptedStore.open();
                var elsewhere = ScriptedStore.open();
                var here = store("acme-de")) {
            target.answer(request -> new ScriptedStore.Reply(307, "", "Location", elsewhere.address() + "statements"));
            String forwarder = create(Forwarding.to(target.address().toString(), "somebody", SECRET));
            send(here, ids(1));
            Patience.USUAL.until("it is told", () -> page(forwarder).contains("Was antwortet, ist kein Lernspeicher."));
            assertThat(elsewhere.requests()).isEmpty();
        }
    }

    @Test
    void only_an_admin_sees_and_changes_it() {
        try (var emre = new Visitor(site, "de")) {
            emre.signOn(Learner.EMRE);
            assertThat(emre.go(Learner.EMRE.at(PAGE)).status()).isEqualTo(403);
            assertThat(emre.submit(Learner.EMRE.at(PAGE), Forwarding.to("http://127.0.0.1:1/", "", ""))
                            .status())
                    .isEqualTo(403);
        }
    }

    private String create(Map<String, List<String>> form) {
        Set<String> before = forwarders();
        Answer answer = thomas.submit(at(""), form);
        assertThat(answer.status()).as("%s", answer.text()).isEqualTo(200);
        Set<String> after = new HashSet<>(forwarders());
        after.removeAll(before);
        assertThat(after).as("%s", answer.text()).hasSize(1);
        return after.iterator().next();
    }

    private Set<String> forwarders() {
        return FORWARDER
                .matcher(thomas.go(at("")).text())
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    private String page(String forwarder) {
        return thomas.go(at("/" + forwarder)).text();
    }

    private static String at(String place) {
        return Learner.THOMAS.at(PAGE + place);
    }

    private RecordStore store(String tenant) {
        return RecordStore.of(site, new Operator(stack), tenant, "2.0.0", "\"statements/write\"");
    }

    private void send(RecordStore store, List<String> ids) {
        assertThat(isSent(store, ids)).isTrue();
    }

    private static boolean isSent(RecordStore store, List<String> ids) {
        String json = ids.stream().map(id -> """
                        {"id":"%s","actor":{"account":{"homePage":"https://example.org","name":"lena"}},\
                        "verb":{"id":"https://example.org/verbs/passed-on"},"object":{"id":"https://example.org/books/1"}}""".formatted(id)).collect(Collectors.joining(",", "[", "]"));
        try {
            return store.post("statements", json, "Content-Type", "application/json")
                            .status()
                    == 200;
        } catch (NoAnswer away) {
            return false;
        }
    }

    /** In the order of storing there. */
    private List<String> arrivedAtBorealis(List<String> wanted) {
        Set<String> ids = new HashSet<>(wanted);
        return eu
                .read(
                        "select s.statement_id from records_statement s join tenancy_tenant t using (tenant_id)"
                                + " where t.slug = 'borealis-de' order by s.position",
                        List.of(),
                        row -> {
                            var bytes = ByteBuffer.wrap(row.getBytes(1));
                            return new UUID(bytes.getLong(), bytes.getLong()).toString();
                        })
                .stream()
                .filter(ids::contains)
                .toList();
    }

    private static List<String> without(List<String> ids, String one) {
        return ids.stream().filter(id -> !id.equals(one)).toList();
    }

    private static List<String> ids(int count) {
        return IntStream.range(0, count)
                .mapToObj(each -> UUID.randomUUID().toString())
                .toList();
    }

    private static String dashed(String hex) {
        return hex.toLowerCase(Locale.ROOT).replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5");
    }
}
