package org.mangrove.launcher.bench.records;

import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * How many statements a second are taken in for good, beside a program that does nothing but write the same rows. The two take
 * turns, and the median of the rounds counts: whatever else the machine does meets both. When they begin, both have as many
 * rows, and the tenants have been heard of.
 */
final class IngestBench {

    private static final Duration ROUND = Duration.ofSeconds(8);
    private static final Duration WARM_UP = Duration.ofSeconds(60);
    private static final int ROUNDS = 5;
    private static final int BATCH = 50;
    private static final int WRITERS = 4;

    private final Store store;
    private final PrintStream out;
    private final BareStore bare;

    /** What was measured in one round. */
    private record Round(
            Load bareSingle,
            Load sixteen,
            Load sixtyFour,
            Load bareBatches,
            Load batches,
            Load bareTenants,
            Load manyTenants,
            Load manyTenantsBatches) {}

    IngestBench(Store store, PrintStream out) {
        this.store = store;
        this.out = out;
        this.bare = new BareStore(
                store.database(), store.login(), "bench", store.first().number());
    }

    List<Figure> measured() throws SQLException {
        out.println("Warming up ...");
        introduceTenants();
        int there = sending(64, 1, 1, WARM_UP).statements()
                + sending(8, 1, BATCH, WARM_UP).statements()
                + store.tenants().size() * SampleStatement.ACTIVITIES;
        bare.layOut();
        Load.of(WRITERS, there / WRITERS, (writer, random) -> bare.writer(random, BATCH));
        var rounds = new ArrayList<Round>();
        for (int number = 1; number <= ROUNDS; number++) {
            var round = new Round(
                    Load.of(16, ROUND, (writer, random) -> bare.writer(random, 1)),
                    sending(16, 1, 1, ROUND),
                    sending(64, 1, 1, ROUND),
                    Load.of(WRITERS, ROUND, (writer, random) -> bare.writer(random, BATCH)),
                    sending(8, 1, BATCH, ROUND),
                    Load.of(16, ROUND, (writer, random) -> bare.writer(store.tenants(), random)),
                    sending(64, store.tenants().size(), 1, ROUND),
                    sending(8, store.tenants().size(), BATCH, ROUND));
            rounds.add(round);
            out.printf(
                    Locale.ROOT,
                    "    round %d: bare %,.0f/s, 16 connections %,.0f/s, 64 %,.0f/s; batches: bare %,.0f/s, ours %,.0f/s; many tenants: bare %,.0f/s, ours %,.0f/s, batches %,.0f/s%n",
                    number,
                    round.bareSingle().perSecond(),
                    round.sixteen().perSecond(),
                    round.sixtyFour().perSecond(),
                    round.bareBatches().perSecond(),
                    round.batches().perSecond(),
                    round.bareTenants().perSecond(),
                    round.manyTenants().perSecond(),
                    round.manyTenantsBatches().perSecond());
        }
        bare.remove();
        double single = median(rounds, round -> round.bareSingle().perSecond());
        double one = median(rounds, round -> round.sixtyFour().perSecond());
        return List.of(
                Figure.of("one a request, 64 connections", "/s", one, single, new Figure.Goal(true, 1.2)),
                Figure.of(
                        "one a request, 16 connections",
                        "/s",
                        median(rounds, round -> round.sixteen().perSecond()),
                        single,
                        new Figure.Goal(true, 0.75)),
                Figure.of(
                        "batches of 50, 8 connections",
                        "/s",
                        median(rounds, round -> round.batches().perSecond()),
                        median(rounds, round -> round.bareBatches().perSecond()),
                        new Figure.Goal(true, 0.75)),
                Figure.of(
                        "%,d tenants beside one, 64 connections"
                                .formatted(store.tenants().size()),
                        "/s",
                        median(rounds, round -> round.manyTenants().perSecond()),
                        one,
                        new Figure.Goal(true, 0.9)),
                Figure.of(
                        "%,d tenants beside one, batches of 50"
                                .formatted(store.tenants().size()),
                        "/s",
                        median(rounds, round -> round.manyTenantsBatches().perSecond()),
                        median(rounds, round -> round.batches().perSecond()),
                        new Figure.Goal(true, 0.9)),
                Figure.beside(
                        "the bare program: %,d tenants beside one"
                                .formatted(store.tenants().size()),
                        "/s",
                        median(rounds, round -> round.bareTenants().perSecond()),
                        single),
                Figure.below(
                        "p99 at 64 connections",
                        "ms",
                        median(rounds, round -> round.sixtyFour().millis(0.99)),
                        40),
                Figure.alone(
                        "p50 at 64 connections",
                        "ms",
                        median(rounds, round -> round.sixtyFour().millis(0.5))));
    }

    /**
     * A store that hears of an activity for the first time writes down what it is, and of somebody makes a key; that happens
     * once, not all day.
     */
    private void introduceTenants() {
        int each = store.tenants().size() / WRITERS;
        Load.of(
                WRITERS,
                each * SampleStatement.ACTIVITIES,
                (number, random) -> new Introduction(store, number * each, random));
    }

    private Load sending(int connections, int tenants, int atOnce, Duration time) {
        return Load.of(connections, time, (number, random) -> new Sender(store, random, tenants, atOnce));
    }

    private static double median(List<Round> rounds, ToDoubleFunction<Round> figure) {
        double[] sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
