package org.mangrove.core.records.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.database.Marks;
import org.mangrove.core.database.Uuids;
import org.mangrove.core.records.NewStatement;
import org.mangrove.core.records.SealedStatement;
import org.mangrove.core.tenancy.Cells;
import org.mangrove.sdk.TenantId;

/** Writes statements, many at once, and finds them by what names them. Plain JDBC: they come thousands a second. */
@ApplicationScoped
public class StatementRows {

    private static final String INSERT = """
            insert into records_statement (tenant_id, position, statement_id, source_id, actor, verb, activity, team,
                registration, happened_on, voided, evidence, statement, sealed)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, false, ?, ?, ?)""";
    private static final String INSERT_MENTION =
            "insert into records_mention (tenant_id, term, position, subject, kind) values (?, ?, ?, ?, ?)";
    private static final String INSERT_ATTACHMENT =
            "insert into records_attachment (tenant_id, position, sha2, content_type, digest) values (?, ?, ?, ?, ?)";

    @Inject
    Cells cells;

    /**
     * Writes statements of tenants of one cell, with what they are found by. Whether they refer to each other is not looked
     * at here.
     *
     * @param sealed what each of them says of people
     * @throws org.hibernate.exception.ConstraintViolationException if one is there already
     */
    public void add(List<NewStatement> statements, List<byte[]> sealed) {
        if (statements.isEmpty()) {
            return;
        }
        cells.sessionOf(statements.getFirst().tenant()).doWork(connection -> {
            insert(connection, statements, sealed);
            insertMentions(connection, statements);
            insertAttachments(connection, statements);
        });
    }

    /** @param id of the statement */
    public record Taken(UUID id, SealedStatement statement) {}

    /** Of these ids of a tenant, those that are taken, each with its statement. */
    public List<Taken> taken(TenantId tenant, Collection<UUID> ids) {
        var taken = new ArrayList<Taken>();
        if (ids.isEmpty()) {
            return taken;
        }
        String sql = "select position, statement, sealed, statement_id from records_statement"
                + " where tenant_id = ? and statement_id in (" + Marks.of(ids.size(), "?") + ")";
        cells.sessionOf(tenant).doWork(connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                select.setInt(1, tenant.number());
                int place = 2;
                for (UUID id : Marks.padded(ids)) {
                    select.setBytes(place++, Uuids.bytes(id));
                }
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        taken.add(new Taken(Uuids.fromBytes(rows.getBytes(4)), statement(rows)));
                    }
                }
            }
        });
        return taken;
    }

    public Optional<SealedStatement> find(TenantId tenant, UUID id, boolean voided, Optional<UUID> source) {
        String sql = "select position, statement, sealed from records_statement"
                + " where tenant_id = ? and statement_id = ? and voided = ?"
                + (source.isPresent() ? " and source_id = ?" : "");
        return Optional.ofNullable(cells.sessionOf(tenant).doReturningWork(connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                select.setInt(1, tenant.number());
                select.setBytes(2, Uuids.bytes(id));
                select.setBoolean(3, voided);
                if (source.isPresent()) {
                    select.setBytes(4, Uuids.bytes(source.get()));
                }
                try (ResultSet rows = select.executeQuery()) {
                    return rows.next() ? statement(rows) : null;
                }
            }
        }));
    }

    /** The statements at these positions, in the order of the positions; those that are not there any more are left out. */
    public List<SealedStatement> at(TenantId tenant, Collection<UUID> positions) {
        var found = new ArrayList<SealedStatement>();
        if (positions.isEmpty()) {
            return found;
        }
        String sql = "select position, statement, sealed from records_statement where tenant_id = ? and position in ("
                + Marks.of(positions.size(), "?") + ") order by position";
        cells.sessionOf(tenant).doWork(connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                select.setInt(1, tenant.number());
                int place = 2;
                for (UUID position : Marks.padded(positions)) {
                    select.setBytes(place++, Uuids.bytes(position));
                }
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        found.add(statement(rows));
                    }
                }
            }
        });
        return found;
    }

    /** At most so many of those behind a position, in the order of the positions, voided ones too. */
    public List<SealedStatement> after(TenantId tenant, UUID position, int most) {
        String sql = "select position, statement, sealed from records_statement"
                + " where tenant_id = ? and position > ? order by position limit ?";
        var found = new ArrayList<SealedStatement>();
        cells.sessionOf(tenant).doWork(connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                select.setInt(1, tenant.number());
                select.setBytes(2, Uuids.bytes(position));
                select.setInt(3, most);
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        found.add(statement(rows));
                    }
                }
            }
        });
        return found;
    }

    /** Of a row that begins with position, statement and what is sealed. */
    private static SealedStatement statement(ResultSet rows) throws SQLException {
        return statement(rows, 1);
    }

    /** @param first the column of the position; that of the statement and that of what is sealed come behind it */
    static SealedStatement statement(ResultSet rows, int first) throws SQLException {
        return new SealedStatement(
                Uuids.fromBytes(rows.getBytes(first)),
                rows.getBytes(first + 1),
                Optional.ofNullable(rows.getBytes(first + 2)).orElse(new byte[0]));
    }

    /** The JSON goes as text, which it is: the driver would write each byte of it in two hexadecimal digits. */
    private static void insert(Connection connection, List<NewStatement> statements, List<byte[]> sealed)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            Iterator<byte[]> parts = sealed.iterator();
            for (NewStatement statement : statements) {
                insert.setInt(1, statement.tenant().number());
                insert.setBytes(2, Uuids.bytes(statement.position()));
                insert.setBytes(3, Uuids.bytes(statement.id()));
                insert.setBytes(4, Uuids.bytes(statement.source()));
                set(insert, 5, statement.actor());
                insert.setBytes(6, Uuids.bytes(statement.verb()));
                set(insert, 7, statement.activity());
                set(insert, 8, statement.team());
                set(insert, 9, statement.registration());
                insert.setObject(10, statement.happenedOn());
                insert.setBoolean(11, statement.evidence());
                insert.setString(12, new String(statement.rest(), StandardCharsets.UTF_8));
                insert.setBytes(13, parts.next());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void insertMentions(Connection connection, List<NewStatement> statements) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT_MENTION)) {
            boolean any = false;
            for (NewStatement statement : statements) {
                byte[] position = Uuids.bytes(statement.position());
                for (var mention : statement.mentions().entrySet()) {
                    insert.setInt(1, statement.tenant().number());
                    insert.setBytes(2, Uuids.bytes(mention.getKey()));
                    insert.setBytes(3, position);
                    insert.setBytes(4, position);
                    insert.setInt(5, mention.getValue().code());
                    insert.addBatch();
                    any = true;
                }
            }
            if (any) {
                insert.executeBatch();
            }
        }
    }

    private static void insertAttachments(Connection connection, List<NewStatement> statements) throws SQLException {
        if (statements.stream().allMatch(statement -> statement.attachments().isEmpty())) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(INSERT_ATTACHMENT)) {
            for (NewStatement statement : statements) {
                for (NewStatement.Attachment attachment : statement.attachments()) {
                    insert.setInt(1, statement.tenant().number());
                    insert.setBytes(2, Uuids.bytes(statement.position()));
                    insert.setString(3, attachment.sha2());
                    insert.setString(4, attachment.contentType());
                    insert.setBytes(
                            5, HexFormat.of().parseHex(attachment.digest().hex()));
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
    }

    private static void set(PreparedStatement statement, int place, Optional<UUID> value) throws SQLException {
        if (value.isPresent()) {
            statement.setBytes(place, Uuids.bytes(value.get()));
        } else {
            statement.setNull(place, Types.BINARY);
        }
    }
}
