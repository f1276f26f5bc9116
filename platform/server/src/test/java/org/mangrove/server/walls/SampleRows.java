package org.mangrove.server.walls;

import static java.util.Map.entry;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.mangrove.core.database.Uuids;
import org.mangrove.core.tenancy.Definitions;

/**
 * Rows in every table that belongs to somebody, for as many owners as wanted: one that is alike in all but its owner, so that a
 * statement that does not say whose rows it means takes both; and, where keys allow, one with higher numbers. The highest has
 * somebody in whose name nothing is asked, so that it hides what is the highest of the owner.
 *
 * <p>Tables and columns are read from the schema; a new table is filled without being told.
 */
final class SampleRows {

    static final UUID ID = UUID.fromString("01890000-0000-7000-8000-000000000001");
    static final UUID HIGHER_ID = UUID.fromString("01890000-0000-7000-8000-000000000002");
    private static final UUID HIGHEST_ID = UUID.fromString("01890000-0000-7000-8000-000000000003");
    /** Readable as JSON, too. */
    static final String WORD = "1";

    /** In no row. */
    static final String OTHER_WORD = "0";

    private static final String SLUG = Owner.ASKED.enterprise().slug();

    /** One that takes another back, on behalf of a team. */
    private static final String STATEMENT = """
            {"id": "%1$s", "verb": {"id": "http://adlnet.gov/expapi/verbs/voided"}, "timestamp": "2026-01-15T12:00:00.000Z",
             "object": {"objectType": "StatementRef", "id": "%1$s"}, "context": {"team": {"mbox": "mailto:t@example.org"}}}
            """.formatted(ID);

    private static final String SUBJECT =
            "{\"emails\": [], \"accounts\": [], \"openIds\": [], \"terms\": [], \"inEvidence\": false}";
    private static final String KNOWN = "{\"subject\": " + SUBJECT + ", \"userName\": \"\", \"names\": []}";

    static final String DIGEST = "0".repeat(64);
    static final Instant TIME = Instant.parse("2026-01-15T12:00:00Z");
    static final byte[] HASH = new byte[32];
    static final int NUMBER = 1;

    /** What code does not read as any word. By column, or by table and column. */
    private static final Map<String, String> WORDS = Map.ofEntries(
            entry("roles", "LEARNER"),
            entry("digest", DIGEST),
            entry("effective_digest", DIGEST),
            entry("language_tag", "de"),
            entry("title_language", "de"),
            entry("space_level", "TENANT"),
            entry("space_slug", SLUG),
            entry("adaptation_agreement.state", "OPEN"),
            entry("adaptation_offer.state", "OPEN"),
            entry("adaptation_proposal.state", "OPEN"),
            entry("audience", "HEADQUARTERS"),
            entry("packages_attempt.state", "UNDER_WAY"),
            entry("content_asset.kind", "COURSE"),
            entry("content_retirement.grounds", "ORDINARY"),
            entry("jurisdictions", "[]"),
            entry("texts", "[]"),
            entry("digest_before", DIGEST),
            entry("digest_after", DIGEST),
            entry("content_retirement_choice.choice", "FOLLOW"),
            entry("tenancy_enterprise.definition", Definitions.write(Owner.ASKED.enterprise())),
            entry("tenancy_tenant.profile", Definitions.write(Owner.ASKED.tenant())),
            entry("duties", "[]"),
            entry("events_dead_letter.cause", "FAILED"),
            entry("expertise_ask.state", "OPEN"),
            entry("mail_core_letter.state", "WAITING"),
            entry("privacy_request.kind", "EXPORT"),
            entry("privacy_request.state", "REFUSED"),
            entry("privacy_request.origin", "SELF"),
            entry("privacy_request.outcome", "{\"parts\": [], \"findings\": [], \"account\": \"NONE\"}"),
            entry("privacy_subject.identifiers", KNOWN),
            entry("privacy_hold.identifiers", SUBJECT),
            entry("quality_report.outcome", "REFUSED"),
            entry("approval_submission.state", "DRAFT"),
            entry("approval_seat.lane", "LEGAL"),
            entry("records_statement.statement", STATEMENT),
            entry("records_statement.sealed", ""));

    private static final List<String> SCHEMAS = List.of("core", "cell-eu");
    private static final List<String> OWNERS = List.of("tenant_id", "enterprise_id");

    private static final String TABLES = """
            select k.table_name, k.column_name from information_schema.key_column_usage k
            where k.table_schema = database() and k.constraint_name = 'PRIMARY' and k.ordinal_position = 1
              and k.column_name in ('tenant_id', 'enterprise_id')
            """;
    private static final String COLUMNS = """
            select column_name, data_type, is_nullable, extra,
              exists (select 1 from information_schema.check_constraints c
                where c.constraint_schema = database() and c.table_name = i.table_name
                  and c.check_clause like concat('%json_valid(`', i.column_name, '`)%'))
            from information_schema.columns i where table_schema = database() and table_name = ?
            """;

    /** @param owner the column that says whose a row is */
    record Table(String schema, String name, String owner, List<Column> columns) {

        /** A cell's own list of whom it hosts, on which all other rows hang: it is looked at, and left as it is. */
        boolean isDirectory() {
            return schema.startsWith("cell") && name.startsWith("tenancy_");
        }

        /** The owner's rows, and rows of somebody else that say that they are of the owner's. */
        String rowsOf(Owner somebody) {
            return "select %s from %s where %s"
                    .formatted(
                            columnNames(),
                            name,
                            columns.stream()
                                    .map(Column::name)
                                    .filter(OWNERS::contains)
                                    .map(column -> "%s = %d".formatted(column, somebody.number(column)))
                                    .collect(Collectors.joining(" or ")));
        }

        String columnNames() {
            return columns.stream().map(column -> "`" + column.name() + "`").collect(Collectors.joining(", "));
        }
    }

    record Column(String name, String type, boolean json, boolean nullable) {}

    private final List<Table> tables;

    private SampleRows(List<Table> tables) {
        this.tables = tables;
    }

    static SampleRows read() {
        var found = new ArrayList<Table>();
        for (String schema : SCHEMAS) {
            withDatabase(schema, connection -> {
                try (var statement = connection.createStatement();
                        var rows = statement.executeQuery(TABLES)) {
                    while (rows.next()) {
                        String name = rows.getString(1);
                        found.add(new Table(schema, name, rows.getString(2), columns(connection, name)));
                    }
                }
            });
        }
        return new SampleRows(List.copyOf(found));
    }

    /** The tables of a database. */
    List<Table> of(String schema) {
        return tables.stream().filter(table -> table.schema().equals(schema)).toList();
    }

    /** Leaves these owners their rows in each table, and {@code all} others of them none. */
    void leave(List<Owner> with, List<Owner> all) {
        for (String schema : SCHEMAS) {
            withDatabase(schema, connection -> {
                connection.setAutoCommit(false);
                try (var statement = connection.createStatement()) {
                    statement.execute("set foreign_key_checks = 0");
                    statement.execute("set check_constraint_checks = 0");
                    List<Table> changed = of(schema).stream()
                            .filter(table -> !table.isDirectory())
                            .toList();
                    for (Table table : changed) {
                        for (Owner owner : all) {
                            statement.addBatch("delete from %s where %s = %d"
                                    .formatted(table.name(), table.owner(), owner.number(table.owner())));
                        }
                    }
                    statement.executeBatch();
                    for (Table table : changed) {
                        for (Owner owner : with) {
                            insert(connection, table, owner, ID, NUMBER);
                            insert(connection, table, owner, HIGHER_ID, NUMBER + 1);
                            if (!owner.equals(Owner.ASKED)) {
                                insert(connection, table, owner, HIGHEST_ID, NUMBER + 2);
                            }
                        }
                    }
                    statement.execute("set foreign_key_checks = 1");
                    statement.execute("set check_constraint_checks = 1");
                }
                connection.commit();
                connection.setAutoCommit(true);
            });
        }
    }

    private static void insert(Connection connection, Table table, Owner owner, UUID id, int number)
            throws SQLException {
        String marks = table.columns().stream().map(column -> "?").collect(Collectors.joining(", "));
        try (var insert = connection.prepareStatement(
                "insert ignore into %s (%s) values (%s)".formatted(table.name(), table.columnNames(), marks))) {
            for (int i = 0; i < table.columns().size(); i++) {
                insert.setObject(i + 1, value(table, table.columns().get(i), owner, id, number));
            }
            insert.executeUpdate();
        }
    }

    private static @Nullable Object value(Table table, Column column, Owner owner, UUID id, int number) {
        String place = table.name() + "." + column.name();
        if (column.name().equals(table.owner())) {
            return owner.number(table.owner());
        }
        if (WORDS.containsKey(place) || WORDS.containsKey(column.name())) {
            return WORDS.getOrDefault(place, WORDS.getOrDefault(column.name(), WORD));
        }
        if (place.equals("tenancy_tenant.tenant_number") && number == NUMBER) {
            return owner.tenantNumber();
        }
        if (isAlone(place)) {
            int alone = 10 * owner.tenantNumber() + number;
            return column.type().endsWith("int") ? alone : "it-" + alone;
        }
        if (column.nullable()) {
            return null;
        }
        return switch (column.type()) {
            case "binary" ->
                column.name().endsWith("hash")
                        ? HASH
                        : Uuids.bytes(column.name().equals("id") ? id : ID);
            case "timestamp", "datetime" -> Timestamp.from(TIME);
            case "date" -> java.sql.Date.valueOf("2026-01-15");
            case "int", "bigint", "tinyint", "smallint" -> number;
            default -> column.json() ? "[\"%s\"]".formatted(WORD) : WORD;
        };
    }

    /** Of these there is one in the whole of a database, whoever has it. */
    private static boolean isAlone(String place) {
        return place.equals("events_outbox.number")
                || place.equals("tenancy_tenant.slug")
                || place.equals("tenancy_tenant.tenant_number")
                || place.equals("tenancy_enterprise.slug");
    }

    private static List<Column> columns(Connection connection, String table) throws SQLException {
        var columns = new ArrayList<Column>();
        try (var statement = connection.prepareStatement(COLUMNS)) {
            statement.setString(1, table);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    if (!rows.getString(4).contains("GENERATED")) {
                        columns.add(new Column(
                                rows.getString(1),
                                rows.getString(2),
                                rows.getBoolean(5) || rows.getString(2).equals("json"),
                                rows.getString(3).equals("YES")));
                    }
                }
            }
        }
        return List.copyOf(columns);
    }

    private interface Work {
        void on(Connection connection) throws SQLException;
    }

    @SuppressWarnings("BanJNDI")
    private static void withDatabase(String schema, Work work) {
        try (Connection connection =
                ((DataSource) new InitialContext().lookup("jdbc/" + schema + "-migration")).getConnection()) {
            work.on(connection);
        } catch (SQLException | NamingException failed) {
            throw new IllegalStateException("The rows of " + schema + " cannot be laid out", failed);
        }
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
