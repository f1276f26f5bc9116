package org.mangrove.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mangrove.launcher.Stack;

/**
 * The database's disk fills while other systems send statements. They are told so; what was acknowledged is there,
 * and when somebody has made room the store takes statements again without anybody's doing.
 */
@Tag("long")
@ExtendWith(WholeStack.class)
class FullDiskIT {

    private static final int MEGABYTES_LEFT = 24;
    private static final int SENDERS = 6;
    private static final int A_BATCH = 20;
    private static final String WORDS = "so many words ".repeat(200);

    /** How many are refused before somebody comes to make room. */
    private static final int REFUSALS = 200;

    private final List<List<UUID>> acknowledged = Collections.synchronizedList(new ArrayList<>());
    private final List<List<UUID>> refused = Collections.synchronizedList(new ArrayList<>());
    private final List<String> answers = Collections.synchronizedList(new ArrayList<>());

    @Test
    void what_was_acknowledged_is_there_once_and_when_there_is_room_again_the_store_goes_on(
            WholeStack.Site site, Stack stack) throws Exception {
        Rows eu = Rows.ofCell(stack, "eu");
        try (var store = RecordStore.of(site, new Operator(stack), "acme-de", "2.0.0", "\"statements/write\"");
                var disk = SmallDisk.under(stack, MEGABYTES_LEFT)) {
            Patience.USUAL.until("the store takes statements from where it lies now", () -> isTaken(store, ids()));
            answers.clear();

            sendUntilFull(store);
            System.out.printf(
                    "Full disk: %,d requests acknowledged, %,d refused, as in %s%n",
                    acknowledged.size(), refused.size(), answers.getFirst());

            assertThat(answers)
                    .allMatch(answer -> answer.startsWith("503 "))
                    .anyMatch(answer -> answer.contains("\"key\":\"records.xapi.no-room\""));
            assertThat(stack.database().isAlive()).isTrue();
            assertThat(stack.node().isAlive()).isTrue();

            disk.makeRoom();
            Patience.USUAL.until("the store takes statements again", () -> isTaken(store, ids()));
            Set<UUID> there = there(eu);
            assertThat(acknowledged.stream().flatMap(List::stream)).isNotEmpty().allMatch(there::contains);
            for (List<UUID> batch : refused) {
                assertThat(batch.stream().filter(there::contains).count()).isIn(0L, (long) batch.size());
            }
            for (List<UUID> batch : refused.subList(0, 20)) {
                assertThat(isTaken(store, batch)).isTrue();
            }
            assertThat(there(eu))
                    .containsAll(refused.subList(0, 20).stream()
                            .flatMap(List::stream)
                            .toList());
        }
    }

    private void sendUntilFull(RecordStore store) throws Exception {
        var over = new AtomicBoolean();
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            List<Future<?>> sending = IntStream.range(0, SENDERS)
                    .<Future<?>>mapToObj(sender -> threads.submit(() -> {
                        while (!over.get()) {
                            isTaken(store, ids());
                        }
                    }))
                    .toList();
            try {
                Patience.USUAL.until("the disk is full", () -> refused.size() >= REFUSALS);
            } finally {
                over.set(true);
            }
            for (Future<?> one : sending) {
                one.get(Patience.USUAL.atMost().toSeconds(), TimeUnit.SECONDS);
            }
        }
    }

    private boolean isTaken(RecordStore store, List<UUID> batch) {
        RecordStore.Reply reply = store.post("statements", json(batch), "Content-Type", "application/json");
        if (reply.status() == 200) {
            acknowledged.add(batch);
            return true;
        }
        answers.add(reply.status() + " " + reply.text());
        refused.add(batch);
        return false;
    }

    private static List<UUID> ids() {
        return Stream.generate(UUID::randomUUID).limit(A_BATCH).toList();
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
                        "verb":{"id":"https://example.org/verbs/read"},"object":{"id":"https://example.org/books/1"},\
                        "result":{"response":"%s"}}""".formatted(id, WORDS)).collect(Collectors.joining(",", "[", "]"));
    }
}
