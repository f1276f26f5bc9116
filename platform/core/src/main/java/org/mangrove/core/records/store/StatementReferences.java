package org.mangrove.core.records.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.mangrove.core.database.Uuids;
import org.mangrove.core.database.WantedKeys;
import org.mangrove.core.records.NewStatement;
import org.mangrove.core.tenancy.Cells;
import org.mangrove.sdk.TenantId;

/**
 * What follows from statements that refer to others: they are found by what those are found by, and what is voided is not
 * found any more. Either may be stored first. Doing it again changes nothing.
 */
@ApplicationScoped
public class StatementReferences {

    /** A chain of references that is longer is somebody's game. */
    private static final int LONGEST_CHAIN = 1000;

    private static final String INSERT =
            "insert into records_reference (tenant_id, target_id, referrer, voids) values (?, ?, ?, ?)";
    private static final String VOID_TARGETS = """
            update records_statement s
            join records_reference r on r.tenant_id = s.tenant_id and r.target_id = s.statement_id
            set s.voided = true
            where s.tenant_id = ? and r.tenant_id = ? and r.referrer = ? and r.voids = true
                and s.verb <> ? and s.voided = false""";
    private static final String TAKE_OVER = """
            insert ignore into records_mention (tenant_id, term, position, subject, kind)
            select s.tenant_id, s.%1$s, ?, s.position, %2$d from records_statement s
            where s.tenant_id = ? and s.statement_id = ? and s.%1$s is not null""";
    private static final String TAKE_OVER_MENTIONS = """
            insert ignore into records_mention (tenant_id, term, position, subject, kind)
            select m.tenant_id, m.term, ?, m.subject, m.kind from records_mention m
            join records_statement s on s.tenant_id = m.tenant_id and s.position = m.position
            where m.tenant_id = ? and s.tenant_id = ? and s.statement_id = ?""";

    @Inject
    Cells cells;

    /** A statement that refers to another one. */
    private record Edge(TenantId tenant, UUID target, UUID referrer) {}

    /**
     * Writes down what these statements, of tenants of one cell, refer to, and lets follow what follows from it.
     *
     * @param voided the term of the verb that voids
     */
    public void settle(List<NewStatement> statements, UUID voided) {
        if (statements.isEmpty()) {
            return;
        }
        cells.sessionOf(statements.getFirst().tenant()).doWork(connection -> {
            insert(connection, statements);
            for (Edge edge : around(connection, statements)) {
                settle(connection, edge, voided);
            }
        });
    }

    /** Makes {@code referrer} be found as its target is, and all that refer to it, one after the other. */
    private static void settle(Connection connection, Edge first, UUID voided) throws SQLException {
        awaitTarget(connection, first);
        voidTargets(connection, first, voided);
        var waiting = new ArrayDeque<Edge>();
        waiting.add(first);
        var seen = new HashSet<UUID>();
        while (!waiting.isEmpty() && seen.size() < LONGEST_CHAIN) {
            Edge edge = waiting.remove();
            if (seen.add(edge.referrer())) {
                takeOver(connection, edge);
                waiting.addAll(referrersOf(connection, edge.tenant(), edge.referrer()));
            }
        }
    }

    private static void insert(Connection connection, List<NewStatement> statements) throws SQLException {
        if (statements.stream().allMatch(statement -> statement.reference().isEmpty())) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (NewStatement statement : statements) {
                if (statement.reference().isPresent()) {
                    insert.setInt(1, statement.tenant().number());
                    insert.setBytes(2, Uuids.bytes(statement.reference().get().target()));
                    insert.setBytes(3, Uuids.bytes(statement.position()));
                    insert.setBoolean(4, statement.reference().get().voids());
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
    }

    /** If somebody is storing it right now, waits until it is there: else neither of the two would find the other. */
    private static void awaitTarget(Connection connection, Edge edge) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select position from records_statement where tenant_id = ? and statement_id = ? for update")) {
            select.setInt(1, edge.tenant().number());
            select.setBytes(2, Uuids.bytes(edge.target()));
            select.executeQuery().close();
        }
    }

    private static void voidTargets(Connection connection, Edge edge, UUID voided) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(VOID_TARGETS)) {
            update.setInt(1, edge.tenant().number());
            update.setInt(2, edge.tenant().number());
            update.setBytes(3, Uuids.bytes(edge.referrer()));
            update.setBytes(4, Uuids.bytes(voided));
            update.executeUpdate();
        }
    }

    private static void takeOver(Connection connection, Edge edge) throws SQLException {
        takeOver(connection, edge, TAKE_OVER.formatted("actor", NewStatement.Mention.AGENT.code()));
        for (String column : List.of("verb", "activity", "registration")) {
            takeOver(connection, edge, TAKE_OVER.formatted(column, NewStatement.Mention.OF_ANOTHER.code()));
        }
        try (PreparedStatement insert = connection.prepareStatement(TAKE_OVER_MENTIONS)) {
            insert.setBytes(1, Uuids.bytes(edge.referrer()));
            insert.setInt(2, edge.tenant().number());
            insert.setInt(3, edge.tenant().number());
            insert.setBytes(4, Uuids.bytes(edge.target()));
            insert.executeUpdate();
        }
    }

    private static void takeOver(Connection connection, Edge edge, String sql) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setBytes(1, Uuids.bytes(edge.referrer()));
            insert.setInt(2, edge.tenant().number());
            insert.setBytes(3, Uuids.bytes(edge.target()));
            insert.executeUpdate();
        }
    }

    /** Who refers to the statement at a position. */
    private static List<Edge> referrersOf(Connection connection, TenantId tenant, UUID position) throws SQLException {
        String sql = "select r.tenant_id, r.target_id, r.referrer from records_reference r join records_statement s"
                + " on s.tenant_id = r.tenant_id and s.statement_id = r.target_id"
                + " where r.tenant_id = ? and s.tenant_id = ? and s.position = ?";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setInt(1, tenant.number());
            select.setInt(2, tenant.number());
            select.setBytes(3, Uuids.bytes(position));
            return edges(select);
        }
    }

    /**
     * Who refers to one of these, and to what they refer: both may have been there before. Waits for those who are storing such
     * a reference right now; who waits for us at the same time is told by the database to begin anew.
     */
    private static List<Edge> around(Connection connection, List<NewStatement> statements) throws SQLException {
        String sql = "select r.tenant_id, r.target_id, r.referrer from "
                + WantedKeys.table(statements.size(), "tenant_id", "target_id")
                + " w straight_join records_reference r on r.tenant_id = w.tenant_id and r.target_id = w.target_id"
                + " for update";
        var edges = new ArrayList<Edge>();
        for (NewStatement statement : statements) {
            statement
                    .reference()
                    .ifPresent(to -> edges.add(new Edge(statement.tenant(), to.target(), statement.position())));
        }
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            WantedKeys.set(select, statements, 2, (marks, place, statement) -> {
                marks.setInt(place, statement.tenant().number());
                marks.setBytes(place + 1, Uuids.bytes(statement.id()));
            });
            edges.addAll(edges(select));
        }
        return edges;
    }

    private static List<Edge> edges(PreparedStatement select) throws SQLException {
        var edges = new ArrayList<Edge>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                edges.add(new Edge(
                        new TenantId(rows.getInt(1)),
                        Uuids.fromBytes(rows.getBytes(2)),
                        Uuids.fromBytes(rows.getBytes(3))));
            }
        }
        return edges;
    }
}
