package org.mangrove.core.forwarding.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.database.EveryTenant;
import org.mangrove.core.database.Uuids;
import org.mangrove.core.tenancy.CellSql;
import org.mangrove.sdk.TenantId;

/** How forwarders are doing. Whoever works for one holds it: it is changed by nobody else meanwhile but to pause it. */
@ApplicationScoped
public class StandingRows {

    public static final String RUNNING = "RUNNING";
    public static final String PAUSED = "PAUSED";
    public static final String TURNED_AWAY = "TURNED_AWAY";

    private static final String COLUMNS =
            "id, state, next_at, failures, trouble, trouble_status, trouble_at, last_sent_at,"
                    + " sent, repeated, left_out, begins_at, replay_from, replay_position, replay_through";

    @Inject
    CellSql sql;

    /** One that is due. */
    public record Due(TenantId tenant, UUID id) {}

    /** A row, as it is. */
    public record Standing(
            UUID id,
            String state,
            Optional<Instant> nextAt,
            int failures,
            Optional<String> trouble,
            int troubleStatus,
            Optional<Instant> troubleAt,
            Optional<Instant> lastSentAt,
            long sent,
            long repeated,
            long leftOut,
            Instant beginsAt,
            Optional<UUID> replayFrom,
            Optional<UUID> replayPosition,
            Optional<UUID> replayThrough) {}

    /** Begins with what was stored at {@code position} or later, which is read up to the first look. Once more does no harm. */
    public void add(TenantId tenant, UUID id, Instant beginsAt, UUID position, Instant now) {
        sql.change(
                tenant,
                "insert into forwarding_standing (tenant_id, id, state, next_at, begins_at, replay_from, replay_position)"
                        + " values (?, ?, ?, ?, ?, ?, ?) on duplicate key update begins_at = begins_at",
                tenant,
                id,
                RUNNING,
                now,
                beginsAt,
                position,
                position);
    }

    /** Until the transaction under way ends, nothing is written down as dealt with. */
    public void holdBack(TenantId tenant) {
        sql.rows(
                tenant,
                "select id from forwarding_standing where tenant_id = ? for update",
                row -> Uuids.fromBytes(row.getBytes(1)),
                tenant);
    }

    public List<Standing> all(TenantId tenant) {
        return sql.rows(
                tenant,
                "select " + COLUMNS + " from forwarding_standing where tenant_id = ?",
                StandingRows::standing,
                tenant);
    }

    public Optional<Standing> find(TenantId tenant, UUID id) {
        return sql
                .rows(
                        tenant,
                        "select " + COLUMNS + " from forwarding_standing where tenant_id = ? and id = ?",
                        StandingRows::standing,
                        tenant,
                        id)
                .stream()
                .findFirst();
    }

    /** Those of a cell that have something to do and nobody who does it. */
    public List<Due> due(String cell, Instant now, int most) {
        return sql.rowsOfCell(
                cell,
                EveryTenant.FORWARDING.says("select tenant_id, id from forwarding_standing"
                        + " where next_at <= ? and state = 'RUNNING' and (held_until is null or held_until < ?)"
                        + " order by next_at limit ?"),
                row -> new Due(new TenantId(row.getInt(1)), Uuids.fromBytes(row.getBytes(2))),
                now,
                now,
                most);
    }

    /** @return whether nobody else works for it */
    public boolean hold(TenantId tenant, UUID id, UUID node, Instant now, Instant until) {
        return sql.change(
                        tenant,
                        "update forwarding_standing set held_by = ?, held_until = ? where tenant_id = ? and id = ?"
                                + " and state = 'RUNNING' and (held_until is null or held_until < ? or held_by = ?)",
                        node,
                        until,
                        tenant,
                        id,
                        now,
                        node)
                == 1;
    }

    /** Whoever has waited longer comes before it. */
    public void letGo(TenantId tenant, UUID id, UUID node, Instant now) {
        sql.change(
                tenant,
                "update forwarding_standing set held_by = null, held_until = null,"
                        + " next_at = case when next_at < ? then ? else next_at end"
                        + " where tenant_id = ? and id = ? and held_by = ?",
                now,
                now,
                tenant,
                id,
                node);
    }

    /**
     * Counts what was dealt with.
     *
     * @param replayPosition how far what was stored before has been read, if that is what it was
     * @return whether to go on: it is still held, and nobody has paused it
     */
    public boolean progress(
            TenantId tenant,
            UUID id,
            UUID node,
            long sent,
            long repeated,
            long leftOut,
            Optional<UUID> replayPosition,
            Instant now,
            Instant until) {
        int changed = sql.change(
                tenant,
                "update forwarding_standing set sent = sent + ?, repeated = repeated + ?, left_out = left_out + ?,"
                        + " last_sent_at = case when ? then ? else last_sent_at end,"
                        + " failures = case when ? then 0 else failures end,"
                        + " trouble = case when ? then null else trouble end,"
                        + " replay_position = coalesce(?, replay_position), held_until = ?"
                        + " where tenant_id = ? and id = ? and held_by = ?",
                sent,
                repeated,
                leftOut,
                sent + repeated > 0,
                now,
                sent + repeated > 0,
                sent + repeated > 0,
                replayPosition,
                until,
                tenant,
                id,
                node);
        return changed == 1
                && find(tenant, id).filter(row -> row.state().equals(RUNNING)).isPresent();
    }

    /** Remembers why nothing goes, and when to try again; never, if it is to be looked at by somebody first. */
    public void fail(
            TenantId tenant, UUID id, UUID node, String state, String trouble, int status, Instant now, Instant next) {
        sql.change(
                tenant,
                "update forwarding_standing set failures = failures + 1, trouble = ?, trouble_status = ?, trouble_at = ?,"
                        + " next_at = ?, state = case when state = 'RUNNING' then ? else state end"
                        + " where tenant_id = ? and id = ? and held_by = ?",
                trouble,
                status,
                now,
                next,
                state,
                tenant,
                id,
                node);
    }

    /** There is something for it, which the transaction under way adds after this. */
    public void wake(TenantId tenant, UUID id, Instant now) {
        sql.change(
                tenant,
                "update forwarding_standing set next_at = coalesce(next_at, ?) where tenant_id = ? and id = ?",
                now,
                tenant,
                id);
    }

    /** Nothing waits for it, unless something came this moment. */
    public void rest(TenantId tenant, UUID id, UUID node) {
        sql.change(
                tenant,
                "update forwarding_standing set next_at = null where tenant_id = ? and id = ? and held_by = ?"
                        + " and replay_position is null and not exists (select 1 from forwarding_portion p"
                        + " where p.tenant_id = ? and p.forwarder_id = ?)",
                tenant,
                id,
                node,
                tenant,
                id);
    }

    public void become(TenantId tenant, UUID id, String state, Optional<Instant> next) {
        sql.change(
                tenant,
                "update forwarding_standing set state = ?, next_at = coalesce(?, next_at), failures = 0"
                        + " where tenant_id = ? and id = ?",
                state,
                next,
                tenant,
                id);
    }

    /** Reads again what was stored at {@code position} or later, up to the next look. */
    public void replay(TenantId tenant, UUID id, Instant from, UUID position, Instant now) {
        sql.change(
                tenant,
                "update forwarding_standing set begins_at = least(begins_at, ?), replay_from = ?, replay_position = ?,"
                        + " replay_through = null, next_at = coalesce(next_at, ?) where tenant_id = ? and id = ?",
                from,
                position,
                position,
                now,
                tenant,
                id);
    }

    /** Until where what was stored before is read: everything behind it comes by itself. */
    public void replayThrough(TenantId tenant, UUID id, UUID node, UUID position) {
        sql.change(
                tenant,
                "update forwarding_standing set replay_through = ?"
                        + " where tenant_id = ? and id = ? and held_by = ? and replay_through is null",
                position,
                tenant,
                id,
                node);
    }

    /** @param position where the replay that has ended was begun: another may have begun since */
    public void replayEnded(TenantId tenant, UUID id, UUID node, UUID through) {
        sql.change(
                tenant,
                "update forwarding_standing set replay_from = null, replay_position = null, replay_through = null"
                        + " where tenant_id = ? and id = ? and held_by = ? and replay_through = ?",
                tenant,
                id,
                node,
                through);
    }

    public void remove(TenantId tenant, UUID id) {
        sql.change(tenant, "delete from forwarding_standing where tenant_id = ? and id = ?", tenant, id);
    }

    private static Standing standing(ResultSet row) throws SQLException {
        return new Standing(
                Uuids.fromBytes(row.getBytes(1)),
                row.getString(2),
                CellSql.instant(row, 3),
                row.getInt(4),
                Optional.ofNullable(row.getString(5)),
                row.getInt(6),
                CellSql.instant(row, 7),
                CellSql.instant(row, 8),
                row.getLong(9),
                row.getLong(10),
                row.getLong(11),
                CellSql.instant(row, 12).orElse(Instant.EPOCH),
                CellSql.uuid(row, 13),
                CellSql.uuid(row, 14),
                CellSql.uuid(row, 15));
    }
}
