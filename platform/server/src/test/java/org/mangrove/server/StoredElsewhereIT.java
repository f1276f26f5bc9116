package org.mangrove.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mangrove.core.credentials.Scope;
import org.mangrove.core.credentials.XapiCaller;
import org.mangrove.core.records.IndexTerms;
import org.mangrove.core.records.StatementBatch;
import org.mangrove.core.records.StatementFilter;
import org.mangrove.core.records.Statements;
import org.mangrove.core.records.StoredStatement;
import org.mangrove.core.records.store.NodeRows.Told;
import org.mangrove.core.refusal.Refusal.Unavailable;
import org.mangrove.core.tenancy.Tenants;
import org.mangrove.core.xapi.Limits;
import org.mangrove.core.xapi.StatementReader;
import org.mangrove.core.xapi.XapiStatement;
import org.mangrove.core.xapi.XapiVersion;
import org.mangrove.sdk.TenantId;
import org.mangrove.server.store.OtherNodes;

/** Several nodes store statements in a cell: whoever reads in the order of storing misses none of any of them. */
@ArquillianTest
class StoredElsewhereIT {

    private static final String CELL = "eu";
    private static final StatementReader READER = new StatementReader(XapiVersion.V2_0_0, Limits.usual());

    private final UUID elsewhere = UUID.randomUUID();

    /** Of this test alone, so that no other one's statements are found. */
    private final String verb = "https://example.org/verbs/" + UUID.randomUUID();

    @Inject
    Statements statements;

    @Inject
    IndexTerms terms;

    @Inject
    Tenants tenants;

    @Inject
    Neighbours neighbours;

    @Inject
    Bookkeeping books;

    @Inject
    OtherNodes nodes;

    @Resource
    ManagedThreadFactory threads;

    @BeforeEach
    void setUp() throws InterruptedException {
        neighbours.moveIn();
    }

    @AfterEach
    void tearDown() {
        nodes.takeOut(CELL, elsewhere);
    }

    @Test
    void a_node_that_is_alone_does_not_wait_for_anybody() throws InterruptedException {
        awaitUntil("nobody else is there", () -> nodes.all(CELL).size() == 1);
        awaitUntil("it is known here", () -> isNow(statements.consistentThrough()));

        UUID id = store(neighbours.acmeDe());

        assertThat(isNow(statements.consistentThrough())).isTrue();
        assertThat(inOrderOfStoring(neighbours.acmeDe())).containsExactly(id);
    }

    @Test
    void nothing_is_shown_that_is_later_than_what_another_node_has_not_stored_yet() throws InterruptedException {
        Instant begun = Instant.now();
        nodes.come(CELL, elsewhere, begun);
        awaitUntil("it is known here", () -> !statements.consistentThrough().isAfter(begun));

        UUID id = store(neighbours.acmeDe());
        nodes.tell(CELL, elsewhere, begun);

        assertThat(statements.consistentThrough()).isBeforeOrEqualTo(begun);
        assertThat(inOrderOfStoring(neighbours.acmeDe())).isEmpty();
        assertThat(statements.find(neighbours.acmeDe(), id)).isPresent();

        nodes.tell(CELL, elsewhere, begun.plusSeconds(60));
        awaitUntil(
                "what it has stored is known here",
                () -> statements.consistentThrough().isAfter(begun));
        awaitUntil("it is shown", () -> inOrderOfStoring(neighbours.acmeDe()).equals(List.of(id)));
    }

    @Test
    void a_node_that_is_silent_is_waited_for_until_nothing_of_it_can_be_committed() throws Exception {
        Instant begun = Instant.now();
        nodes.come(CELL, elsewhere, begun);
        var written = new CountDownLatch(1);
        var mayCommit = new CountDownLatch(1);
        try (var executor = Executors.newThreadPerTaskExecutor(threads)) {
            Future<?> storing = executor.submit(() -> {
                books.keepUntil(tenants.find(neighbours.acmeDe()).orElseThrow(), UUID.randomUUID(), written, mayCommit);
                return null;
            });
            try {
                assertThat(written.await(10, TimeUnit.SECONDS)).isTrue();

                nodes.fallSilent(CELL, elsewhere, Duration.ofSeconds(20));
                awaitUntil(
                        "it has been looked at several times", () -> silence().compareTo(Duration.ofSeconds(24)) > 0);
                assertThat(statements.consistentThrough()).isBeforeOrEqualTo(begun);
            } finally {
                mayCommit.countDown();
            }
            storing.get();
        }

        awaitUntil("it is gone", () -> nodes.all(CELL).stream().noneMatch(this::isElsewhere));
        awaitUntil("it is not waited for", () -> isNow(statements.consistentThrough()));
    }

    @Test
    void what_was_begun_before_this_node_was_taken_for_gone_is_not_stored() throws InterruptedException {
        UUID before = UUID.randomUUID();
        try (StatementBatch batch = statements.begin(caller(neighbours.acmeDe()), XapiVersion.V2_0_0)) {
            batch.add(before, statement(before), List.of());
            List<UUID> here = nodes.all(CELL).stream().map(Told::node).toList();
            here.forEach(node -> nodes.takeOut(CELL, node));
            awaitUntil(
                    "it has come back", () -> nodes.all(CELL).stream().anyMatch(told -> !here.contains(told.node())));

            awaitUntil("it knows", () -> isRefused(batch));
        }

        assertThat(statements.find(neighbours.acmeDe(), before)).isEmpty();
        UUID later = store(neighbours.acmeDe());
        assertThat(statements.find(neighbours.acmeDe(), later)).isPresent();
    }

    private static boolean isRefused(StatementBatch batch) {
        assertThatExceptionOfType(Unavailable.class).isThrownBy(batch::store);
        return true;
    }

    private Duration silence() {
        return nodes.all(CELL).stream()
                .filter(this::isElsewhere)
                .map(Told::silent)
                .findFirst()
                .orElseThrow(() -> new AssertionError("It was taken for gone while something may be committed"));
    }

    private boolean isElsewhere(Told told) {
        return told.node().equals(elsewhere);
    }

    /** Nearly: other tests' statements may be on their way. */
    private static boolean isNow(Instant through) {
        return Duration.between(through, Instant.now()).compareTo(Duration.ofMillis(200)) < 0;
    }

    private UUID store(TenantId tenant) {
        UUID id = UUID.randomUUID();
        try (StatementBatch batch = statements.begin(caller(tenant), XapiVersion.V2_0_0)) {
            batch.add(id, statement(id), List.of());
            batch.store();
        }
        return id;
    }

    private XapiStatement statement(UUID id) {
        return READER.read("""
                {"id":"%s","actor":{"mbox":"mailto:lena@example.org"},"verb":{"id":"%s"},"object":{"id":"https://example.org/courses/1"}}""".formatted(id, verb).getBytes(StandardCharsets.UTF_8));
    }

    private XapiCaller caller(TenantId tenant) {
        var authority = JsonNodeFactory.instance.objectNode().put("mbox", "mailto:lms@example.org");
        return new XapiCaller(
                tenants.find(tenant).orElseThrow(), UUID.randomUUID(), false, authority, Set.of(Scope.ALL));
    }

    private List<UUID> inOrderOfStoring(TenantId tenant) {
        var filter = new StatementFilter(
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.of(terms.verb(verb)),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                true,
                Optional.empty());
        return statements.page(tenant, filter, 10).statements().stream()
                .map(StoredElsewhereIT::id)
                .toList();
    }

    private static UUID id(StoredStatement stored) {
        return READER.read(stored.json()).id().orElseThrow();
    }

    private static void awaitUntil(String what, BooleanSupplier condition) throws InterruptedException {
        Instant end = Instant.now().plusSeconds(30);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as(what).isBefore(end);
            Thread.sleep(50);
        }
    }
}
