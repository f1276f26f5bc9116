package org.mangrove.launcher.bench.records;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.Date;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntSupplier;
import java.util.random.RandomGenerator;
import org.mangrove.launcher.Login;

/**
 * A program that does nothing but write the rows that a statement becomes, into tables of the same columns and keys in the
 * same database: what there is to be reached. It reads nothing, checks nothing and answers nobody.
 */
final class BareStore {

    private static final AtomicLong LAST = new AtomicLong();
    private static final UUID SOURCE = UUID.randomUUID();
    private static final String MARK = "{\"objectType\":\"Agent\",\"$sealed\":0}";

    /** Seal, nonce, tag, numbers, and the words that are sealed with the agent. */
    private static final int SEAL = 100;

    private static final String ADDED = """
            ,"stored":"2026-11-22T09:30:00.123Z","authority":{"objectType":"Agent","name":"Bench","account":\
            {"homePage":"http://acme-de.localhost:8080","name":"acme-de.0193-5a3c-0000-7000-8000-000000000001"}},"version":"2.0.0"}""";

    private final String url;
    private final Login login;
    private final String prefix;
    private final int tenant;

    /** @param prefix of the tables to write: {@code records} is the store's own */
    BareStore(String url, Login login, String prefix, int tenant) {
        this.url = url;
        this.login = login;
        this.prefix = prefix;
        this.tenant = tenant;
    }

    Connection connect() throws SQLException {
        Connection connection = DriverManager.getConnection(url, login.name(), login.secret());
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        connection.setAutoCommit(false);
        return connection;
    }

    /** Lays out empty tables beside the store's own, with their columns, their keys and their foreign keys. */
    void layOut() throws SQLException {
        try (Connection connection = connect();
                var statement = connection.createStatement()) {
            remove(statement);
            statement.execute("create table %s_statement like records_statement".formatted(prefix));
            statement.execute("create table %s_mention like records_mention".formatted(prefix));
            statement.execute("create table %s_outbox like events_outbox".formatted(prefix));
            statement.execute("alter table %1$s_statement add constraint %1$s_statement_of foreign key (tenant_id)"
                            .formatted(prefix)
                    + " references tenancy_tenant (tenant_id)");
            statement.execute(
                    "alter table %1$s_outbox add constraint %1$s_outbox_of foreign key (tenant_id)".formatted(prefix)
                            + " references tenancy_tenant (tenant_id)");
            statement.execute(
                    ("alter table %1$s_mention add constraint %1$s_mention_of foreign key (tenant_id, position)"
                                    + " references %1$s_statement (tenant_id, position) on delete cascade")
                            .formatted(prefix));
        }
    }

    void remove() throws SQLException {
        try (Connection connection = connect();
                var statement = connection.createStatement()) {
            remove(statement);
        }
    }

    private void remove(java.sql.Statement statement) throws SQLException {
        for (String table : new String[] {"mention", "outbox", "statement"}) {
            statement.execute("drop table if exists %s_%s".formatted(prefix, table));
        }
    }

    /** Writes so many statements at once, with one commit and one event. */
    Load.Worker writer(RandomGenerator random, int atOnce) throws SQLException {
        return writer(() -> tenant, random, atOnce);
    }

    /** The same, each time for one of these tenants. */
    Load.Worker writer(List<Store.Tenant> tenants, RandomGenerator random) throws SQLException {
        return writer(() -> tenants.get(random.nextInt(tenants.size())).number(), random, 1);
    }

    private Load.Worker writer(IntSupplier whose, RandomGenerator random, int atOnce) throws SQLException {
        Connection connection = connect();
        return new Load.Worker() {
            @Override
            public int once() throws SQLException {
                write(connection, whose.getAsInt(), random, atOnce);
                connection.commit();
                return atOnce;
            }

            @Override
            public void close() throws SQLException {
                connection.close();
            }
        };
    }

    private void write(Connection connection, int owner, RandomGenerator random, int atOnce) throws SQLException {
        var positions = new UUID[atOnce];
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into %s_statement (tenant_id, position, statement_id, source_id, actor, verb, activity,
                    registration, happened_on, voided, evidence, statement, sealed)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, false, false, ?, ?)""".formatted(prefix))) {
            for (int number = 0; number < atOnce; number++) {
                SampleStatement sample = SampleStatement.next(random);
                positions[number] = position();
                insert.setInt(1, owner);
                insert.setBytes(2, bytes(positions[number]));
                insert.setBytes(3, bytes(sample.id()));
                insert.setBytes(4, bytes(SOURCE));
                insert.setBytes(5, term("agent" + sample.actor()));
                insert.setBytes(6, term("v/" + SampleStatement.verbIri(sample.verb())));
                insert.setBytes(7, term("a/" + SampleStatement.activityIri(sample.activity())));
                insert.setBytes(8, bytes(sample.registration()));
                insert.setDate(9, Date.valueOf(LocalDate.of(2026, 11, 22)));
                String json = sample.jsonWith(MARK);
                insert.setString(10, json.substring(0, json.length() - 1) + ADDED);
                insert.setBytes(11, sealed(sample, random));
                insert.addBatch();
            }
            insert.executeBatch();
        }
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into %s_mention (tenant_id, term, position, subject, kind) values (?, ?, ?, ?, 3)"
                        .formatted(prefix))) {
            for (UUID position : positions) {
                for (String around : new String[] {"course", "programme"}) {
                    insert.setInt(1, owner);
                    insert.setBytes(2, term(around));
                    insert.setBytes(3, bytes(position));
                    insert.setBytes(4, bytes(position));
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
        addEvent(connection, owner, positions);
    }

    /** As long as what the store seals of it, and as little to be compressed; nothing is encrypted here. */
    private static byte[] sealed(SampleStatement sample, RandomGenerator random) {
        var bytes = new byte[SEAL + SampleStatement.agent(sample.actor()).length()];
        random.nextBytes(bytes);
        return bytes;
    }

    private void addEvent(Connection connection, int owner, UUID[] positions) throws SQLException {
        var named = new StringBuilder("{\"positions\":[");
        for (UUID position : positions) {
            named.append(named.charAt(named.length() - 1) == '[' ? "\"" : ",\"")
                    .append(position)
                    .append('"');
        }
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into %s_outbox (tenant_id, id, type, payload, occurred_at) values (?, ?, 'StatementsStored', ?, ?)"
                        .formatted(prefix))) {
            insert.setInt(1, owner);
            insert.setBytes(2, bytes(position()));
            insert.setString(3, named.append("]}").toString());
            insert.setTimestamp(4, Timestamp.from(Instant.now()));
            insert.executeUpdate();
        }
    }

    /** As the store makes them: they begin with the time. */
    static UUID position() {
        long now = System.currentTimeMillis() << 12;
        long stamp = LAST.updateAndGet(last -> Math.max(now, last + 1));
        long random = java.util.concurrent.ThreadLocalRandom.current().nextLong();
        return new UUID(stamp >>> 12 << 16 | 0x7000 | stamp & 0xfff, random >>> 2 | 0x8000_0000_0000_0000L);
    }

    static byte[] term(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return java.util.Arrays.copyOf(hash, 16);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
