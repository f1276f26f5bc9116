package org.mangrove.journeys;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.mangrove.launcher.Stack;

/**
 * What one tenant and its enterprise have in all databases: a digest of each table's rows that are theirs. Tables are found by
 * their keys, which are led by the owner's number.
 */
final class OwnedRows {

    /**
     * All but what a cell notes by itself: about the feed that it listens to, what it adds up of what was stored before, and what
     * it has counted of sources, which is written down some time after they came; what it forwards and mails, whenever it comes to it; how
     * courses stand and are used, which it works out of the rest and tells the core ({@link TidingsIT} has who may); how far an
     * export or an audit is that somebody has asked for, and what the audit finds; and what time removes.
     */
    private static final String TABLES = """
            select k.table_schema, k.table_name, k.column_name,
                   (select group_concat(c.column_name order by c.ordinal_position) from information_schema.columns c
                     where c.table_schema = k.table_schema and c.table_name = k.table_name
                       and concat(c.table_name, '.', c.column_name) <> ?
                       and concat(c.table_name, '.', c.column_name) not in ('privacy_request.state',
                         'privacy_request.done_parts', 'privacy_request.all_parts', 'privacy_request.outcome',
                         'privacy_request.file_key', 'privacy_request.file_bytes', 'privacy_request.expires_at',
                         'privacy_request.ended_at', 'lineage_local_overlay.joined_with', 'audit_run.state', 'audit_run.is_open',
                         'audit_run.attempts', 'audit_run.node', 'audit_run.beat_at', 'audit_run.ended_at', 'audit_run.step',
                         'audit_run.steps_done', 'audit_run.document',
                         'adaptation_offer.state', 'adaptation_offer.answer', 'adaptation_offer.version_number',
                         'regulation_change.read_through'))
            from information_schema.key_column_usage k
            where k.table_schema like 'mangrove\\\\_%' and k.constraint_name = 'PRIMARY' and k.ordinal_position = 1
              and k.column_name in ('tenant_id', 'enterprise_id')
              and k.table_name not in ('publication_position', 'publication_subject', 'rollups_day', 'rollups_voiding',
                'sources_source', 'sources_hour', 'forwarding_standing', 'forwarding_portion', 'forwarding_told',
                'privacy_retention', 'privacy_retention_run', 'adaptation_standing', 'adaptation_market',
                'mail_core_letter', 'mail_letter', 'mail_told', 'mail_round',
                'audit_usage', 'audit_finding', 'adaptation_proposal', 'adaptation_shared', 'policy_market', 'packages_market', 'regulation_evidence',
                 'regulation_progress')
            """;

    /** Given by the relay, whenever it comes to it. */
    private static final String NUMBER_OF_AN_EVENT = "events_outbox.number";

    private static final byte[] NULL = "null".getBytes(StandardCharsets.UTF_8);

    private record Table(String schema, String name, String owner, String columns) {}

    private final Rows rows;
    private final Map<String, String> owners;
    private final List<Table> tables;

    private OwnedRows(Rows rows, Map<String, String> owners, List<Table> tables) {
        this.rows = rows;
        this.owners = owners;
        this.tables = tables;
    }

    static OwnedRows of(Stack stack, String tenant, String enterprise) {
        Rows rows = Rows.everywhere(stack);
        return new OwnedRows(
                rows,
                Map.of(
                        "tenant_id", number(rows, "TENANT", tenant),
                        "enterprise_id", number(rows, "ENTERPRISE", enterprise)),
                rows.read(
                        TABLES,
                        List.of(NUMBER_OF_AN_EVENT),
                        row -> new Table(row.getString(1), row.getString(2), row.getString(3), row.getString(4))));
    }

    /** Table to digest of the rows that are there now; a table without any is not there. */
    Map<String, String> now() {
        return rows.look(connection -> {
            var digests = new TreeMap<String, String>();
            for (Table table : tables) {
                digest(connection, table, digests);
            }
            return digests;
        });
    }

    private void digest(Connection connection, Table table, Map<String, String> into) throws SQLException {
        String columns = "`" + table.columns().replace(",", "`,`") + "`";
        String sql = "select %s from %s.%s where %s = ? order by %s"
                .formatted(columns, table.schema(), table.name(), table.owner(), columns);
        MessageDigest all = sha256();
        int count = Rows.read(
                        connection,
                        sql,
                        List.of(Objects.requireNonNull(owners.get(table.owner()))),
                        row -> update(all, row))
                .size();
        if (count > 0) {
            into.put(
                    table.schema() + "." + table.name(),
                    count + " rows " + HexFormat.of().formatHex(all.digest()));
        }
    }

    private static int update(MessageDigest all, ResultSet row) throws SQLException {
        int columns = row.getMetaData().getColumnCount();
        for (int i = 1; i <= columns; i++) {
            byte[] value = row.getBytes(i);
            all.update(value == null ? NULL : value);
            all.update((byte) 0);
        }
        return columns;
    }

    private static String number(Rows rows, String kind, String slug) {
        return rows.text("select number from mangrove_core.tenancy_number where kind = ? and slug = ?", kind, slug);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
