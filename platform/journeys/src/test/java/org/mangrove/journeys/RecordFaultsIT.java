package org.mangrove.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mangrove.launcher.Stack;

/**
 * The node or its database is killed at random moments while other systems send statements, one by one and in batches. Each
 * statement that was acknowledged is there afterwards, and of each batch all or nothing.
 *
 * <p>Fifty times, or {@code -Dmangrove.kills} times. {@code -Dmangrove.seed} repeats the same
 * moments, as far as the machine lets them be the same.
 */
@Tag("long")
@ExtendWith(WholeStack.class)
class RecordFaultsIT {

    private static final int KILLS = Integer.getInteger("mangrove.kills", 50);
    private static final int SENDERS = 6;
    private static final int LONGEST_WAIT_MILLIS = 3_000;
    private static final int LONGEST_BATCH = 40;
    private static final int SECONDS_OF_PATIENCE = 300;

    /** Every so many kills it is the database. */
    private static final int THE_DATABASE = 2;

    private final long seed = Long.getLong("mangrove.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final Outages outages = new Outages();
    private final List<List<UUID>> acknowledged = Collections.synchronizedList(new ArrayList<>());
    private final List<List<UUID>> unanswered = Collections.synchronizedList(new ArrayList<>());

    @Test
    void what_was_acknowledged_is_there_once_and_no_batch_is_there_in_part(WholeStack.Site site, Stack stack)
            throws Exception {
        System.out.println("Records: -Dmangrove.seed=" + seed);
        Rows eu = Rows.ofCell(stack, "eu");
        try (var store = RecordStore.of(
                site, new Operator(stack), "acme-de", "2.0.0", "\"statements/write\",\"statements/read\"")) {
            killWhileTheySend(stack, store);

            var all = new SoftAssertions();
            Set<UUID> there = there(eu);
            List<UUID> promised = acknowledged.stream().flatMap(List::stream).toList();
            System.out.printf(
                    "Records: %,d statements in %,d requests acknowledged, %,d requests without an answer%n",
                    promised.size(), acknowledged.size(), unanswered.size());
            all.assertThat(promised).hasSizeGreaterThan(KILLS).doesNotHaveDuplicates();
            all.assertThat(promised.stream().filter(id -> !there.contains(id))).isEmpty();
            for (List<UUID> batch : unanswered) {
                long stored = batch.stream().filter(there::contains).count();
                all.assertThat(stored)
                        .as("of a batch of %d that was not answered", batch.size())
                        .isIn(0L, (long) batch.size());
            }
            all.assertAll();
            assertWhatIsSentAgainIsThereOnce(store, eu);
        }
    }

    private void killWhileTheySend(Stack stack, RecordStore store) throws Exception {
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            List<Future<Void>> working = IntStream.range(0, SENDERS)
                    .mapToObj(sender -> {
                        var own = new Random(random.nextLong());
                        return threads.submit(() -> sendUntilAllIsOver(store, own));
                    })
                    .toList();
            try {
                for (int kill = 1; kill <= KILLS; kill++) {
                    Thread.sleep(random.nextInt(LONGEST_WAIT_MILLIS));
                    if (kill % THE_DATABASE == 0) {
                        stack.database().kill();
                        stack.database().restart();
                    } else {
                        stack.node().kill();
                        stack.node().restart();
                    }
                    outages.isBack();
                }
                for (Future<Void> one : working) {
                    one.get(SECONDS_OF_PATIENCE, TimeUnit.SECONDS);
                }
            } finally {
                threads.shutdownNow();
            }
        }
    }

    /** Who gets no answer waits until what was killed is back, as a client does that backs off. */
    private Void sendUntilAllIsOver(RecordStore store, Random own) throws InterruptedException, TimeoutException {
        while (outages.survived() < KILLS) {
            int before = outages.survived();
            List<UUID> batch = Stream.generate(() -> id(own))
                    .limit(own.nextBoolean() ? 1 : 2 + own.nextInt(LONGEST_BATCH))
                    .toList();
            if (!isTaken(store, batch) && before < KILLS) {
                outages.awaitMoreThan(before);
            }
        }
        return null;
    }

    private boolean isTaken(RecordStore store, List<UUID> batch) {
        try {
            RecordStore.Reply reply = store.post("statements", json(batch), "Content-Type", "application/json");
            if (reply.status() == 200) {
                acknowledged.add(batch);
                return true;
            }
            assertThat(isAway(reply)).as("%s", reply).isTrue();
        } catch (NoAnswer gone) {
            // it may have been stored all the same
        }
        unanswered.add(batch);
        return false;
    }

    /** The container answers by itself until the platform is there. */
    private static boolean isAway(RecordStore.Reply reply) {
        return reply.status() >= 500 || (reply.status() == 404 && reply.text().contains("Payara Micro"));
    }

    /** As a client does that got no answer. */
    private void assertWhatIsSentAgainIsThereOnce(RecordStore store, Rows eu) {
        for (List<UUID> batch : unanswered) {
            RecordStore.Reply reply = store.post("statements", json(batch), "Content-Type", "application/json");
            assertThat(reply.status()).as("%s", reply).isEqualTo(200);
        }
        Set<UUID> there = there(eu);
        assertThat(unanswered.stream().flatMap(List::stream)).allMatch(there::contains);
    }

    /** The table has each id once: two rows of one statement would not be let in. */
    private static Set<UUID> there(Rows eu) {
        return new HashSet<>(eu.read("select statement_id from records_statement", List.of(), row -> {
            var bytes = ByteBuffer.wrap(row.getBytes(1));
            return new UUID(bytes.getLong(), bytes.getLong());
        }));
    }

    private static String json(List<UUID> batch) {
        return batch.stream().map(id -> """
                        {"id":"%s","actor":{"account":{"homePage":"https://example.org","name":"lena"}},\
                        "verb":{"id":"https://example.org/verbs/read"},"object":{"id":"https://example.org/books/1"}}""".formatted(id)).collect(Collectors.joining(",", "[", "]"));
    }

    private static UUID id(Random own) {
        return new UUID(own.nextLong() & ~0xf000L | 0x4000, own.nextLong() >>> 2 | 0x8000_0000_0000_0000L);
    }
}
