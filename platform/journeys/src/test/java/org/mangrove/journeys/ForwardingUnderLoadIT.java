package org.mangrove.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mangrove.launcher.Stack;

/**
 * Statements come in as fast as the store takes them, and another store gets all of them: while it is well, while it
 * is slow, and although it goes away without a word and comes back.
 *
 * <p>It prints what was seen on the way; a long run says more about it.
 */
@Tag("long")
@ExtendWith(WholeStack.class)
class ForwardingUnderLoadIT {

    private static final Duration A_WHILE = Duration.ofSeconds(20);
    private static final Duration SLOW = Duration.ofMillis(400);
    private static final Patience PATIENCE = Patience.of(Duration.ofMinutes(5));
    private static final int SENDERS = 8;
    private static final int A_BATCH = 25;
    private static final String PAGE = "/admin/forwarders";

    private final WholeStack.Site site;
    private final Stack stack;
    private final Rows eu;

    ForwardingUnderLoadIT(WholeStack.Site site, Stack stack) {
        this.site = site;
        this.stack = stack;
        this.eu = Rows.ofCell(stack, "eu");
    }

    @Test
    void a_store_that_is_slow_and_goes_away_gets_every_statement() throws Exception {
        try (var thomas = new Visitor(site, "de");
                var here = RecordStore.of(site, new Operator(stack), "acme-de", "2.0.0", "\"statements/write\"")) {
            thomas.signOn(Learner.THOMAS);
            List<String> before = forwarders();
            load("nobody is told, to warm up", here);
            load("nobody is told", here);
            awaitReaders();
            var target = ScriptedStore.open();
            try {
                thomas.submit(
                        Learner.THOMAS.at(PAGE), Forwarding.to(target.address().toString(), "", ""));
                assertThat(forwarders()).hasSize(before.size() + 1);
                List<UUID> well = load("a store is told", here);
                Set<String> arrived = awaitArrival("while it was well", well, target, Set.of());

                target.answer(ForwardingUnderLoadIT::slowly);
                List<UUID> slow = load("a slow store is told", here);
                arrived.addAll(target.arrived());
                int port = target.address().getPort();
                target.close();
                List<UUID> away = load("a store that is away is told", here);
                target = ScriptedStore.openAt(port);
                awaitArrival(
                        "while it was slow and away",
                        Stream.concat(slow.stream(), away.stream()).toList(),
                        target,
                        arrived);
            } finally {
                target.close();
                removeForwarders(thomas, before);
            }
        }
    }

    private static ScriptedStore.Reply slowly(ScriptedStore.Request request) {
        LockSupport.parkNanos(SLOW.toNanos());
        return request.taken();
    }

    /** As fast as they are taken, for a while. @return what was acknowledged */
    private static List<UUID> load(String what, RecordStore here) throws Exception {
        long begun = System.nanoTime();
        long until = begun + A_WHILE.toNanos();
        List<UUID> acknowledged = Collections.synchronizedList(new ArrayList<>());
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            List<Future<?>> sending = IntStream.range(0, SENDERS)
                    .<Future<?>>mapToObj(sender -> threads.submit(() -> {
                        while (System.nanoTime() < until) {
                            acknowledged.addAll(sent(here));
                        }
                    }))
                    .toList();
            for (Future<?> one : sending) {
                one.get(PATIENCE.atMost().toSeconds(), TimeUnit.SECONDS);
            }
        }
        say("%s: %,.0f a second".formatted(what, acknowledged.size() / seconds(begun)));
        return List.copyOf(acknowledged);
    }

    private static List<UUID> sent(RecordStore here) {
        List<UUID> ids = Stream.generate(UUID::randomUUID).limit(A_BATCH).toList();
        RecordStore.Reply reply = here.post("statements", json(ids), "Content-Type", "application/json");
        assertThat(reply.status()).as("%s", reply).isEqualTo(200);
        return ids;
    }

    /** @return all that has arrived */
    private static Set<String> awaitArrival(String what, List<UUID> wanted, ScriptedStore target, Set<String> before) {
        long begun = System.nanoTime();
        Set<String> missing = wanted.stream()
                .map(UUID::toString)
                .filter(id -> !before.contains(id))
                .collect(Collectors.toCollection(HashSet::new));
        missing.removeAll(new HashSet<>(target.arrived()));
        int behind = missing.size();
        PATIENCE.until(
                "all arrive that came " + what,
                () -> {
                    missing.removeAll(new HashSet<>(target.arrived()));
                    return missing.size();
                },
                left -> left == 0);
        List<String> all = target.arrived();
        say("%s: %,d came, %,d were on their way still, the last arrived %.1f s later; %,d arrived more than once"
                .formatted(what, wanted.size(), behind, seconds(begun), all.size() - new HashSet<>(all).size()));
        var arrived = new HashSet<>(before);
        arrived.addAll(all);
        return arrived;
    }

    private void awaitReaders() {
        var rows = new CellRows(stack, "eu");
        PATIENCE.until("every reader has read everything", () -> rows.readersBehind(), List::isEmpty);
    }

    private List<String> forwarders() {
        return eu.lines("select lower(hex(id)) from forwarding_forwarder where removed_at is null");
    }

    /** Those that were not there before. */
    private void removeForwarders(Visitor thomas, List<String> before) {
        thomas.go(Learner.THOMAS.at(PAGE));
        forwarders().stream()
                .filter(hex -> !before.contains(hex))
                .forEach(hex -> thomas.submit(
                        Learner.THOMAS.at(PAGE + "/"
                                + hex.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5") + "/removed"),
                        Map.of()));
    }

    private static double seconds(long since) {
        return Duration.ofNanos(System.nanoTime() - since).toMillis() / 1000.0;
    }

    private static void say(String what) {
        System.out.println("Forwarding: " + what);
    }

    private static String json(List<UUID> batch) {
        return batch.stream()
                .map(id -> """
                        {"id":"%s","actor":{"account":{"homePage":"https://example.org","name":"lena"}},\
                        "verb":{"id":"https://example.org/verbs/read"},"object":{"id":"https://example.org/books/1"},\
                        "result":{"response":"%s"}}""".formatted(id, "a kilobyte ".repeat(60)))
                .collect(Collectors.joining(",", "[", "]"));
    }
}
