package org.mangrove.launcher.bench.records;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.mangrove.launcher.Trouble;

/** What questions cost in a store of many statements, beside the SQL that reads the same rows. */
final class QueryBench {

    private static final int QUESTIONS = 3_000;
    private static final int WARM_UP = 10_000;
    private static final int LOADERS = 8;
    private static final int BATCH = 100;
    private static final int PAGES = 1_000;
    private static final int AT_EACH_END = 25;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final String LATEST = " order by position desc limit 100";

    private final Store store;
    private final Store.Tenant tenant;
    private final int statements;
    private final PrintStream out;
    private final BareStore rows;
    private final RandomGenerator random = new SplittableRandom(11);
    private final Map<Integer, byte[]> actors = new HashMap<>();

    /** @param statements how many there are to be */
    QueryBench(Store store, int statements, PrintStream out) {
        this.store = store;
        this.tenant = asked(store);
        this.statements = statements;
        this.out = out;
        this.rows = new BareStore(store.database(), store.login(), "records", tenant.number());
    }

    /** The tenant that is asked: not the one to which everything is sent. */
    static Store.Tenant asked(Store store) {
        return store.tenants().get(1);
    }

    List<Figure> measured() throws SQLException, IOException {
        out.printf("Writing %,d statements ...%n", statements);
        introduceActors();
        Instant half = fill();
        awaitReaders();
        var figures = new ArrayList<Figure>();
        try (var connection = new Connection(store.node());
                java.sql.Connection database = rows.connect()) {
            out.println("Asking ...");
            figures.add(compared("latest 100 of an actor, p99", connection, database, " and actor = ?", () -> {
                int actor = random.nextInt(SampleStatement.ACTORS);
                return new Asked("agent=" + encoded(SampleStatement.agent(actor)), List.of(actors.get(actor)));
            }));
            figures.add(compared(
                    "latest 100 of a verb and an activity, p99",
                    connection,
                    database,
                    " and activity = ? and verb = ? and position > ?",
                    () -> {
                        String verb = SampleStatement.verbIri(random.nextInt(SampleStatement.VERBS));
                        String activity = SampleStatement.activityIri(random.nextInt(SampleStatement.ACTIVITIES));
                        return new Asked(
                                "verb=%s&activity=%s&since=%s"
                                        .formatted(encoded(verb), encoded(activity), encoded(half.toString())),
                                List.of(
                                        BareStore.term("a/" + activity),
                                        BareStore.term("v/" + verb),
                                        BareStore.bytes(new UUID(half.toEpochMilli() << 16 | 0xffff, -1L))));
                    }));
            figures.add(compared(
                    "latest 100 of a registration, p99", connection, database, " and registration = ?", () -> {
                        UUID registration =
                                SampleStatement.registration(random.nextInt(SampleStatement.ACTORS), random);
                        return new Asked("registration=" + registration, List.of(BareStore.bytes(registration)));
                    }));
            figures.add(nothing(connection));
            figures.add(pages(connection));
        }
        return figures;
    }

    /** A question over HTTP, and the values of the SQL that reads the same. */
    private record Asked(String query, List<byte[]> values) {}

    private interface Asking {
        Asked next();
    }

    /** The two take turns in asking first: who does may have to wait for the disk, and the other finds the pages in memory. */
    private Figure compared(
            String what, Connection connection, java.sql.Connection database, String condition, Asking asking)
            throws SQLException, IOException {
        var ours = new long[QUESTIONS];
        var bare = new long[QUESTIONS];
        String sql = "select statement, sealed from records_statement where tenant_id = ? and voided = false"
                + condition + LATEST;
        try (PreparedStatement select = database.prepareStatement(sql)) {
            for (int number = 0; number < WARM_UP; number++) {
                Asked asked = asking.next();
                mustBe(read(select, asked), ask(connection, asked));
            }
            for (int number = 0; number < QUESTIONS; number++) {
                Asked asked = asking.next();
                boolean isStoreFirst = number % 2 == 0;
                if (isStoreFirst) {
                    ours[number] = nanos(() -> ask(connection, asked));
                }
                bare[number] = nanos(() -> read(select, asked));
                if (!isStoreFirst) {
                    ours[number] = nanos(() -> ask(connection, asked));
                }
            }
        }
        return Figure.of(what, "ms", p99(ours), p99(bare), new Figure.Goal(false, 2));
    }

    private interface Question {
        void ask() throws SQLException, IOException;
    }

    private static long nanos(Question question) throws SQLException, IOException {
        long begin = System.nanoTime();
        question.ask();
        return System.nanoTime() - begin;
    }

    private Connection.Answer ask(Connection connection, Asked asked) throws IOException {
        return ask(connection, "/xapi/statements?limit=100&" + asked.query());
    }

    private int read(PreparedStatement select, Asked asked) throws SQLException {
        select.setInt(1, tenant.number());
        int place = 2;
        for (byte[] value : asked.values()) {
            select.setBytes(place++, value);
        }
        int there = 0;
        try (ResultSet found = select.executeQuery()) {
            while (found.next()) {
                found.getBytes(1);
                found.getBytes(2);
                there++;
            }
        }
        return there;
    }

    /** Both must have found the same number, or nothing would have been measured. */
    private static void mustBe(int there, Connection.Answer answer) {
        int told = answer.text().split("\"stored\":", -1).length - 1;
        if (told != there) {
            throw new Trouble("The store found %d statements where there are %d.".formatted(told, there));
        }
    }

    /** What an answer over HTTP takes for which nothing is looked up: no question can be answered sooner. */
    private Figure nothing(Connection connection) throws IOException {
        var nanos = new long[QUESTIONS];
        for (int number = 0; number < QUESTIONS; number++) {
            long begin = System.nanoTime();
            ask(connection, "/xapi/about");
            nanos[number] = System.nanoTime() - begin;
        }
        return Figure.alone("/xapi/about, which looks up nothing, p99", "ms", p99(nanos));
    }

    private Figure pages(Connection connection) throws IOException {
        var nanos = new long[PAGES];
        String next = "/xapi/statements?limit=100";
        for (int page = 0; page < PAGES && !next.isEmpty(); page++) {
            long begin = System.nanoTime();
            Connection.Answer answer = ask(connection, next);
            nanos[page] = System.nanoTime() - begin;
            String text = answer.text();
            next = text.substring(text.lastIndexOf("\"more\":\"") + 8, text.length() - 2);
        }
        return Figure.of(
                "page 1,000 beside page 1, median",
                "ms",
                median(Arrays.copyOfRange(nanos, PAGES - AT_EACH_END, PAGES)),
                median(Arrays.copyOfRange(nanos, 0, AT_EACH_END)),
                new Figure.Goal(false, 1.25));
    }

    private Connection.Answer ask(Connection connection, String path) throws IOException {
        Connection.Answer answer = connection.get(path, store.authorization(tenant));
        if (answer.status() != 200) {
            throw new Trouble("A question was answered with %d: %s".formatted(answer.status(), answer.text()));
        }
        return answer;
    }

    /** Only the store knows by which term it keeps an agent: each is heard of once, and looked up. */
    private void introduceActors() throws IOException, SQLException {
        try (var connection = new Connection(store.node());
                java.sql.Connection database = rows.connect();
                PreparedStatement select = database.prepareStatement(
                        "select actor from records_statement where tenant_id = ? and statement_id = ?")) {
            select.setInt(1, tenant.number());
            for (int actor = 0; actor < SampleStatement.ACTORS; actor++) {
                var sample = new SampleStatement(
                        UUID.randomUUID(), actor, 0, 0, SampleStatement.registration(actor, random));
                Sender.send(connection, store, tenant, List.of(sample));
                select.setBytes(2, BareStore.bytes(sample.id()));
                try (ResultSet found = select.executeQuery()) {
                    found.next();
                    actors.put(actor, found.getBytes(1));
                }
                database.commit();
            }
        }
    }

    /**
     * As the store writes them, since it reads what it has written.
     *
     * @return when half of them were there
     */
    private Instant fill() {
        fill(statements / 2);
        Instant half = Instant.now();
        fill(statements / 2);
        return half;
    }

    private void fill(int some) {
        var only = store.only(tenant);
        Load.of(LOADERS, some / LOADERS, (number, drawn) -> new Sender(only, drawn, 1, BATCH));
    }

    /** What was written is still being read by those who count it. */
    private void awaitReaders() throws SQLException {
        long end = System.nanoTime() + LONGEST_WAIT.toNanos();
        try (java.sql.Connection database = rows.connect();
                PreparedStatement select = database.prepareStatement(
                        "select (select count(*) from events_position p where p.number < r.last_number)"
                                + " + (select count(*) from events_outbox o where o.number is null) from events_relay r")) {
            while (isAnythingUnread(select) && System.nanoTime() < end) {
                database.commit();
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Trouble("Stopped while measuring.", stopped);
        }
    }

    private static boolean isAnythingUnread(PreparedStatement select) throws SQLException {
        try (ResultSet found = select.executeQuery()) {
            found.next();
            return found.getLong(1) > 0;
        }
    }

    private static double p99(long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length * 99 / 100] / 1e6;
    }

    private static double median(long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2] / 1e6;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
