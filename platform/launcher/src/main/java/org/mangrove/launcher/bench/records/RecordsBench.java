package org.mangrove.launcher.bench.records;

import java.io.PrintStream;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.mangrove.launcher.Trouble;

/**
 * How many statements a second are taken in for good, beside a program that does nothing but write the same rows.
 *
 * <p>The two take turns, and the median of the rounds counts: whatever else the machine does meets both.
 */
public final class RecordsBench {

    private static final Duration ROUND = Duration.ofSeconds(5);
    private static final Duration WARM_UP = Duration.ofSeconds(15);
    private static final int ROUNDS = 5;
    private static final int BATCH = 50;
    private static final String PATH = "/xapi/statements";

    private final Store store;
    private final PrintStream out;
    private final BareStore bare;

    /**
     * The store that is measured.
     *
     * @param node where it is
     * @param authorization the header that lets everything in
     * @param database of the tenant's cell, for JDBC
     * @param login of somebody who may make tables there
     * @param tenant the tenant's number
     */
    public record Store(
            URI node, String authorization, String database, org.mangrove.launcher.Login login, int tenant) {}

    private RecordsBench(Store store, PrintStream out) {
        this.store = store;
        this.out = out;
        this.bare = new BareStore(store.database(), store.login(), "bench", store.tenant());
    }

    public static void run(Store store, PrintStream out) {
        try {
            new RecordsBench(store, out).ingest();
        } catch (SQLException failed) {
            throw new Trouble("The database cannot be measured: " + failed.getMessage(), failed);
        }
    }

    private void ingest() throws SQLException {
        out.println("Warming up ...");
        Load.of(64, WARM_UP, this::single);
        Load.of(8, WARM_UP, this::batches);
        var rounds = new ArrayList<List<Load>>();
        for (int round = 0; round < ROUNDS; round++) {
            bare.layOut();
            rounds.add(List.of(
                    Load.of(16, ROUND, (number, random) -> bare.writer(random, 1, true)),
                    Load.of(16, ROUND, this::single),
                    Load.of(64, ROUND, this::single),
                    Load.of(4, ROUND, (number, random) -> bare.writer(random, BATCH, true)),
                    Load.of(8, ROUND, this::batches)));
            out.printf(
                    Locale.ROOT,
                    "%s%n",
                    rounds.getLast().stream()
                            .map(load -> "%,.0f/s p50 %.1f p99 %.1f"
                                    .formatted(load.perSecond(), load.millis(0.5), load.millis(0.99)))
                            .toList());
        }
        bare.remove();
    }

    private Load.Worker single(int number, RandomGenerator random) throws java.io.IOException {
        return sender(random, 1);
    }

    private Load.Worker batches(int number, RandomGenerator random) throws java.io.IOException {
        return sender(random, BATCH);
    }

    private Load.Worker sender(RandomGenerator random, int atOnce) throws java.io.IOException {
        var connection = new Connection(store.node(), store.authorization());
        return new Load.Worker() {
            @Override
            public int once() throws java.io.IOException {
                var body = new StringBuilder(atOnce == 1 ? "" : "[");
                for (int each = 0; each < atOnce; each++) {
                    body.append(each == 0 ? "" : ",")
                            .append(SampleStatement.next(random).json());
                }
                byte[] json = body.append(atOnce == 1 ? "" : "]")
                        .toString()
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8);
                Connection.Answer answer = connection.post(PATH, json);
                if (answer.status() != 200) {
                    throw new Trouble("A statement was answered with %d: %s".formatted(answer.status(), answer.text()));
                }
                return atOnce;
            }

            @Override
            public void close() throws java.io.IOException {
                connection.close();
            }
        };
    }
}
