package org.mangrove.launcher.bench.records;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Date;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.mangrove.launcher.Login;
import org.mangrove.launcher.Trouble;

/** What each way to lay statements out costs: to write, on the disk, and to read the latest hundred of one actor. */
public final class LayoutsBench {

    private static final int WRITERS = 4;
    private static final int BATCH = 50;
    private static final int TENANT = 1;
    private static final int READINGS = 300;
    private static final byte[] SOURCE = BareStore.bytes(new java.util.UUID(1, 2));

    private final String url;
    private final Login login;
    private final int statements;
    private final PrintStream out;

    private LayoutsBench(String url, Login login, int statements, PrintStream out) {
        this.url = url;
        this.login = login;
        this.statements = statements;
        this.out = out;
    }

    /**
     * @param url of a schema in which tables may be made
     * @param statements how many are written in each layout
     */
    public static void run(String url, Login login, int statements, PrintStream out) {
        try {
            new LayoutsBench(url, login, statements, out).measure();
        } catch (SQLException failed) {
            throw new Trouble("The database cannot be measured: " + failed.getMessage(), failed);
        }
    }

    private void measure() throws SQLException {
        out.printf(
                Locale.ROOT,
                "%-32s %14s %12s %12s %10s %10s%n",
                "layout",
                "stored/s",
                "rows MB",
                "keys MB",
                "p50 ms",
                "p99 ms");
        for (Layout layout : Stream.concat(Stream.of(Layout.CHOSEN), Arrays.stream(Layout.REJECTED))
                .toList()) {
            try {
                execute("create table bench_layout " + layout.table());
                double perSecond = write(layout);
                long[] nanos = read(layout);
                long[] bytes = size();
                out.printf(
                        Locale.ROOT,
                        "%-32s %,14.0f %12.0f %12.0f %10.2f %10.2f%n",
                        layout.name(),
                        perSecond,
                        bytes[0] / 1e6,
                        bytes[1] / 1e6,
                        nanos[nanos.length / 2] / 1e6,
                        nanos[nanos.length * 99 / 100] / 1e6);
            } finally {
                execute("drop table if exists bench_layout");
            }
        }
    }

    private double write(Layout layout) throws SQLException {
        long begin = System.nanoTime();
        int rounds = statements / WRITERS / BATCH;
        try (var threads = java.util.concurrent.Executors.newFixedThreadPool(WRITERS)) {
            var working = new java.util.ArrayList<java.util.concurrent.Future<?>>();
            for (int writer = 0; writer < WRITERS; writer++) {
                var random = new SplittableRandom(writer);
                working.add(threads.submit(() -> {
                    write(layout, rounds, random);
                    return null;
                }));
            }
            for (var one : working) {
                one.get();
            }
        } catch (java.util.concurrent.ExecutionException failed) {
            throw new SQLException(failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Trouble("Stopped while measuring.", stopped);
        }
        return rounds
                * WRITERS
                * BATCH
                / (Duration.ofNanos(System.nanoTime() - begin).toNanos() / 1e9);
    }

    private void write(Layout layout, int rounds, RandomGenerator random) throws SQLException {
        String sql = "insert into bench_layout (tenant_id, position, statement_id, source_id, actor, verb, activity,"
                + " registration, happened_on, voided, statement) values (?, ?, ?, ?, ?, ?, ?, ?, ?, false, ?)";
        try (Connection connection = connect();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            connection.setAutoCommit(false);
            for (int round = 0; round < rounds; round++) {
                for (int number = 0; number < BATCH; number++) {
                    SampleStatement sample = SampleStatement.next(random);
                    insert.setInt(1, TENANT);
                    insert.setBytes(2, BareStore.bytes(BareStore.position()));
                    insert.setBytes(3, BareStore.bytes(sample.id()));
                    insert.setBytes(4, SOURCE);
                    insert.setBytes(5, BareStore.term("agent" + sample.actor()));
                    set(insert, 6, layout, SampleStatement.verbIri(sample.verb()));
                    set(insert, 7, layout, SampleStatement.activityIri(sample.activity()));
                    insert.setBytes(8, BareStore.bytes(sample.registration()));
                    insert.setDate(9, Date.valueOf(LocalDate.of(2026, 9, 1).plusDays(random.nextInt(80))));
                    byte[] kept = layout.kept(sample.json());
                    if (layout.packed()) {
                        insert.setBytes(10, kept);
                    } else {
                        insert.setString(10, new String(kept, StandardCharsets.UTF_8));
                    }
                    insert.addBatch();
                }
                insert.executeBatch();
                connection.commit();
            }
        }
    }

    private static void set(PreparedStatement insert, int place, Layout layout, String iri) throws SQLException {
        if (layout.terms()) {
            insert.setBytes(place, BareStore.term(iri));
        } else {
            insert.setString(place, iri);
        }
    }

    /** How long each reading took, the shortest first. */
    private long[] read(Layout layout) throws SQLException {
        var random = new SplittableRandom(7);
        var nanos = new long[READINGS];
        try (Connection connection = connect();
                PreparedStatement select =
                        connection.prepareStatement("select statement from bench_layout" + layout.byActor())) {
            for (int reading = 0; reading < READINGS; reading++) {
                select.setInt(1, TENANT);
                select.setBytes(2, BareStore.term("agent" + random.nextInt(SampleStatement.ACTORS)));
                long begin = System.nanoTime();
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        rows.getBytes(1);
                    }
                }
                nanos[reading] = System.nanoTime() - begin;
            }
        }
        Arrays.sort(nanos);
        return nanos;
    }

    private long[] size() throws SQLException {
        execute("analyze table bench_layout");
        try (Connection connection = connect();
                var statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("select data_length, index_length from information_schema.tables"
                                + " where table_schema = database() and table_name = 'bench_layout'")) {
            rows.next();
            return new long[] {rows.getLong(1), rows.getLong(2)};
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url, login.name(), login.secret());
    }
}
