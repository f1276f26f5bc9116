package org.mangrove.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mangrove.core.credentials.Scope;
import org.mangrove.core.credentials.XapiCaller;
import org.mangrove.core.records.IndexTerms;
import org.mangrove.core.records.StatementFilter;
import org.mangrove.core.records.StatementPage;
import org.mangrove.core.records.Statements;
import org.mangrove.core.records.StoredStatement;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.tenancy.Tenants;
import org.mangrove.core.xapi.AgentId;
import org.mangrove.core.xapi.Limits;
import org.mangrove.core.xapi.StatementReader;
import org.mangrove.core.xapi.XapiVersion;
import org.mangrove.sdk.TenantId;

/** Statements of other systems, in the real container and database: stored once, found by what they say, walled. */
@ArquillianTest
class StatementsIT {

    private static final StatementReader READER = new StatementReader(XapiVersion.V2_0_0, Limits.usual());
    private static final String VOIDED = "http://adlnet.gov/expapi/verbs/voided";

    /** Of this test alone, so that no other one's statements are found. */
    private final String own = UUID.randomUUID().toString();

    private final UUID source = UUID.randomUUID();

    @Inject
    Statements statements;

    @Inject
    IndexTerms terms;

    @Inject
    Tenants tenants;

    @Inject
    Neighbours neighbours;

    @BeforeEach
    void setUp() throws InterruptedException {
        neighbours.moveIn();
    }

    @Test
    void the_same_id_in_two_tenants_is_two_statements() {
        UUID id = UUID.randomUUID();

        store(neighbours.acmeDe(), done(id, "lena", "read"));
        store(neighbours.borealisDe(), done(id, "kenji", "heard"));

        assertThat(json(neighbours.acmeDe(), id)).contains(agent("lena")).doesNotContain(agent("kenji"));
        assertThat(json(neighbours.borealisDe(), id)).contains(agent("kenji")).doesNotContain(agent("lena"));
        assertThat(idsOf(neighbours.borealisDe(), of(neighbours.borealisDe(), "lena")))
                .isEmpty();
        assertThat(statements.find(neighbours.acmeSa(), id)).isEmpty();
    }

    @Test
    void nobody_voids_or_refers_to_what_is_anothers() {
        UUID target = UUID.randomUUID();
        store(neighbours.acmeDe(), done(target, "lena", "read"));

        UUID elsewhere = UUID.randomUUID();
        store(neighbours.borealisDe(), about(elsewhere, "kenji", VOIDED, target));

        assertThat(statements.find(neighbours.acmeDe(), target)).isPresent();
        assertThat(idsOf(neighbours.borealisDe(), of(neighbours.borealisDe(), "lena")))
                .isEmpty();
        assertThat(idsOf(neighbours.acmeDe(), of(neighbours.acmeDe(), "lena"))).containsExactly(target);
    }

    @Test
    void the_same_statement_again_is_stored_once_and_another_one_is_refused() {
        UUID id = UUID.randomUUID();
        store(neighbours.acmeDe(), done(id, "lena", "read"));
        String first = json(neighbours.acmeDe(), id);

        store(neighbours.acmeDe(), done(id, "lena", "read"));

        assertThat(json(neighbours.acmeDe(), id)).isEqualTo(first);
        UUID beside = UUID.randomUUID();
        assertThatExceptionOfType(Refusal.Conflict.class)
                .isThrownBy(() -> store(neighbours.acmeDe(), done(beside, "lena", "read"), done(id, "lena", "wrote")));
        assertThat(statements.find(neighbours.acmeDe(), beside)).isEmpty();
        assertThat(json(neighbours.acmeDe(), id)).isEqualTo(first);
    }

    @Test
    void what_is_stored_in_the_same_moment_as_what_voids_it_or_refers_to_it_is_voided_and_found() throws Exception {
        int pairs = 60;
        var targets = new ArrayList<UUID>();
        var referring = new ArrayList<UUID>();
        try (var threads = Executors.newFixedThreadPool(3)) {
            for (int pair = 0; pair < pairs; pair++) {
                UUID target = UUID.randomUUID();
                UUID liked = UUID.randomUUID();
                UUID referrer = UUID.randomUUID();
                targets.add(target);
                referring.add(referrer);
                List<Callable<Void>> both = List.of(
                        () -> storing(done(target, "lena", "read"), done(liked, "omar", "read")),
                        () -> storing(about(UUID.randomUUID(), "admin", VOIDED, target)),
                        () -> storing(about(referrer, "kenji", "https://example.org/liked", liked)));
                for (Future<Void> stored : threads.invokeAll(both)) {
                    stored.get();
                }
            }
        }

        assertThat(targets)
                .allSatisfy(target ->
                        assertThat(statements.find(neighbours.acmeDe(), target)).isEmpty());
        assertThat(idsOf(neighbours.acmeDe(), of(neighbours.acmeDe(), "omar"))).containsAll(referring);
    }

    private Void storing(String... bodies) {
        store(neighbours.acmeDe(), bodies);
        return null;
    }

    @Test
    void what_is_voided_is_not_found_any_more_whichever_came_first() {
        UUID early = UUID.randomUUID();
        UUID late = UUID.randomUUID();
        store(neighbours.acmeDe(), done(early, "lena", "read"));
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();
        store(neighbours.acmeDe(), about(first, "admin", VOIDED, early), about(second, "admin", VOIDED, late));

        store(neighbours.acmeDe(), done(late, "lena", "read"));

        for (UUID id : List.of(early, late)) {
            assertThat(statements.find(neighbours.acmeDe(), id)).isEmpty();
            assertThat(statements.find(neighbours.acmeDe(), id, true, Optional.empty()))
                    .isPresent();
        }
        assertThat(idsOf(neighbours.acmeDe(), of(neighbours.acmeDe(), "lena")))
                .as("what refers to them is found by what they say")
                .containsExactlyInAnyOrder(first, second);
    }

    @Test
    void what_voids_cannot_be_voided() {
        UUID target = UUID.randomUUID();
        UUID voiding = UUID.randomUUID();
        store(neighbours.acmeDe(), done(target, "lena", "read"), about(voiding, "admin", VOIDED, target));

        store(neighbours.acmeDe(), about(UUID.randomUUID(), "admin", VOIDED, voiding));

        assertThat(statements.find(neighbours.acmeDe(), voiding)).isPresent();
        assertThat(statements.find(neighbours.acmeDe(), target)).isEmpty();
    }

    /** Each order in which three can come. */
    @Test
    void a_chain_of_references_is_found_by_what_its_end_says() {
        for (List<Integer> order : List.of(
                List.of(0, 1, 2),
                List.of(0, 2, 1),
                List.of(1, 0, 2),
                List.of(1, 2, 0),
                List.of(2, 0, 1),
                List.of(2, 1, 0))) {
            String who = "lena" + order;
            List<UUID> ids = Stream.generate(UUID::randomUUID).limit(3).toList();
            List<String> all = List.of(
                    done(ids.get(0), who, "read"),
                    about(ids.get(1), "kenji" + order, verb("liked"), ids.get(0)),
                    about(ids.get(2), "amal" + order, verb("shared"), ids.get(1)));

            order.forEach(number -> store(neighbours.acmeDe(), all.get(number)));

            assertThat(idsOf(neighbours.acmeDe(), of(neighbours.acmeDe(), who)))
                    .as("stored in the order %s", order)
                    .containsExactlyInAnyOrderElementsOf(ids);
            assertThat(idsOf(neighbours.acmeDe(), of(neighbours.acmeDe(), "kenji" + order)))
                    .containsExactlyInAnyOrder(ids.get(1), ids.get(2));
            assertThat(idsOf(neighbours.acmeDe(), of(neighbours.acmeDe(), "amal" + order)))
                    .containsExactly(ids.get(2));
        }
    }

    /** What is asked for together must be said by one statement, not by one and by another that it refers to. */
    @Test
    void all_that_is_asked_for_is_said_by_one_statement_of_a_chain() {
        UUID target = UUID.randomUUID();
        UUID liking = UUID.randomUUID();
        store(neighbours.acmeDe(), done(target, "lena", "read"), about(liking, "kenji", verb("liked"), target));

        StatementFilter lena = of(neighbours.acmeDe(), "lena");
        assertThat(idsOf(neighbours.acmeDe(), with(lena, verb("read")))).containsExactlyInAnyOrder(target, liking);
        assertThat(idsOf(neighbours.acmeDe(), with(lena, verb("liked")))).isEmpty();
    }

    @Test
    void a_page_goes_on_where_the_one_before_ended_while_statements_arrive() {
        List<UUID> there = Stream.generate(UUID::randomUUID).limit(7).toList();
        there.forEach(id -> store(neighbours.acmeDe(), done(id, "lena", "read")));
        StatementFilter lena = of(neighbours.acmeDe(), "lena");
        var seen = new ArrayList<UUID>();

        StatementPage page = statements.page(neighbours.acmeDe(), lena, 3);
        seen.addAll(ids(page));
        while (page.last().isPresent()) {
            store(neighbours.acmeDe(), done(UUID.randomUUID(), "lena", "read"));
            page = statements.page(neighbours.acmeDe(), lena.beyond(page.last().get()), 3);
            seen.addAll(ids(page));
        }

        assertThat(seen).containsExactlyElementsOf(there.reversed());
    }

    /** 16 senders, each sending what all others send as well: the same ids, in batches that overlap. */
    @Test
    void what_many_send_at_once_is_there_once() throws Exception {
        List<UUID> ids = Stream.generate(UUID::randomUUID).limit(40).toList();
        List<Callable<Void>> senders = IntStream.range(0, 16)
                .<Callable<Void>>mapToObj(sender -> () -> {
                    for (int from = 0; from < ids.size(); from += 4) {
                        int begin = (from + sender * 3) % ids.size();
                        store(
                                neighbours.acmeDe(),
                                ids.subList(begin, Math.min(ids.size(), begin + 5)).stream()
                                        .map(id -> done(id, "lena", "read"))
                                        .toArray(String[]::new));
                    }
                    return null;
                })
                .toList();
        try (var threads = Executors.newFixedThreadPool(16)) {
            for (Future<Void> sent : threads.invokeAll(senders)) {
                sent.get();
            }
        }

        assertThat(idsOf(neighbours.acmeDe(), of(neighbours.acmeDe(), "lena")))
                .containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void a_batch_that_is_too_long_to_be_shared_is_stored_whole_or_not_at_all() {
        UUID taken = UUID.randomUUID();
        store(neighbours.acmeDe(), done(taken, "amal", "wrote"));
        List<UUID> ids = Stream.generate(UUID::randomUUID).limit(1_200).toList();
        List<String> all =
                new ArrayList<>(ids.stream().map(id -> done(id, "lena", "read")).toList());

        all.add(done(taken, "lena", "read"));
        assertThatExceptionOfType(Refusal.Conflict.class)
                .isThrownBy(() -> store(neighbours.acmeDe(), all.toArray(String[]::new)));
        assertThat(idsOf(neighbours.acmeDe(), of(neighbours.acmeDe(), "lena"))).isEmpty();

        all.removeLast();
        store(neighbours.acmeDe(), all.toArray(String[]::new));
        assertThat(statements.find(neighbours.acmeDe(), ids.getLast())).isPresent();
    }

    @Test
    void who_reads_in_the_order_of_storing_is_told_until_when_nothing_is_missing() {
        Instant before = Instant.now();
        UUID id = UUID.randomUUID();
        try (var open = statements.begin(caller(neighbours.acmeDe()), XapiVersion.V2_0_0)) {
            Instant through = statements.consistentThrough();
            assertThat(through).isAfterOrEqualTo(before.minusMillis(1));
            open.add(id, READER.read(done(id, "lena", "read").getBytes(StandardCharsets.UTF_8)), List.of());
            open.store();
            assertThat(statements.consistentThrough())
                    .as("until it is closed, another one could get an earlier position")
                    .isBeforeOrEqualTo(Instant.now());
        }
        assertThat(statements.consistentThrough()).isAfter(before);
    }

    private void store(TenantId tenant, String... all) {
        try (var batch = statements.begin(caller(tenant), XapiVersion.V2_0_0)) {
            for (String json : all) {
                var statement = READER.read(json.getBytes(StandardCharsets.UTF_8));
                batch.add(statement.id().orElseThrow(), statement, List.of());
            }
            batch.store();
        }
    }

    private XapiCaller caller(TenantId tenant) {
        var authority = JsonNodeFactory.instance.objectNode().put("mbox", "mailto:lms@example.org");
        return new XapiCaller(tenants.find(tenant).orElseThrow(), source, false, authority, Set.of(Scope.ALL));
    }

    private StatementFilter of(TenantId tenant, String name) {
        return StatementFilter.of(
                terms.agent(tenant, new AgentId(AgentId.Kind.ACCOUNT, name + own, "https://example.org")));
    }

    private StatementFilter with(StatementFilter filter, String verb) {
        return new StatementFilter(
                filter.agent(),
                false,
                Optional.empty(),
                Optional.of(terms.verb(verb)),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty());
    }

    private List<UUID> idsOf(TenantId tenant, StatementFilter filter) {
        return ids(statements.page(tenant, filter, 500));
    }

    private static List<UUID> ids(StatementPage page) {
        return page.statements().stream().map(StatementsIT::id).toList();
    }

    private static UUID id(StoredStatement stored) {
        return READER.read(stored.json()).id().orElseThrow();
    }

    private String json(TenantId tenant, UUID id) {
        return new String(statements.find(tenant, id).orElseThrow().json(), StandardCharsets.UTF_8);
    }

    private String done(UUID id, String who, String verb) {
        return """
                {"id":"%s","actor":%s,"verb":{"id":"%s"},"object":{"id":"https://example.org/courses/%s"}}""".formatted(id, agent(who), verb(verb), own);
    }

    private String about(UUID id, String who, String verb, UUID target) {
        return """
                {"id":"%s","actor":%s,"verb":{"id":"%s"},"object":{"objectType":"StatementRef","id":"%s"}}""".formatted(id, agent(who), verb, target);
    }

    private String agent(String name) {
        return "{\"account\":{\"homePage\":\"https://example.org\",\"name\":\"%s%s\"}}".formatted(name, own);
    }

    private static String verb(String word) {
        return "https://example.org/verbs/" + word;
    }
}
