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
import org.mangrove.core.forwarding.store.StandingRows.Due;
import org.mangrove.core.tenancy.CellSql;
import org.mangrove.sdk.TenantId;

/** What was asked of stores elsewhere for people who are forgotten here. */
@ApplicationScoped
public class ErasureRows {

    private static final String COLUMNS = "id, forwarder_id, subject, state, agents, asked_at, next_at, failures,"
            + " answer_status, answer, answered_at, note, noted_by_person_id";

    @Inject
    CellSql sql;

    /** A row, as it is. */
    public record Asked(
            UUID id,
            UUID forwarder,
            UUID subject,
            String state,
            Optional<String> agents,
            Instant askedAt,
            Optional<Instant> nextAt,
            int failures,
            int answerStatus,
            String answer,
            Optional<Instant> answeredAt,
            String note,
            Optional<UUID> notedBy) {}

    /** @param subject as requests name somebody */
    public record Over(UUID id, UUID subject) {}

    public void add(
            TenantId tenant,
            UUID forwarder,
            UUID subject,
            String state,
            String agents,
            Instant now,
            Optional<Instant> next,
            UUID id) {
        sql.change(
                tenant,
                "insert into forwarding_erasure (tenant_id, id, forwarder_id, subject, state, agents, asked_at, next_at,"
                        + " answer, note) values (?, ?, ?, ?, ?, ?, ?, ?, '', '')",
                tenant,
                id,
                forwarder,
                subject,
                state,
                agents,
                now,
                next);
    }

    public Optional<Asked> find(TenantId tenant, UUID id) {
        return sql
                .rows(
                        tenant,
                        "select " + COLUMNS + " from forwarding_erasure where tenant_id = ? and id = ?",
                        ErasureRows::asked,
                        tenant,
                        id)
                .stream()
                .findFirst();
    }

    public List<Asked> ofSubject(TenantId tenant, UUID subject) {
        return sql.rows(
                tenant,
                "select " + COLUMNS
                        + " from forwarding_erasure where tenant_id = ? and subject = ? order by asked_at, id",
                ErasureRows::asked,
                tenant,
                subject);
    }

    /** The latest first. */
    public List<Asked> latest(TenantId tenant, int from, int most) {
        return sql.rows(
                tenant,
                "select " + COLUMNS + " from forwarding_erasure where tenant_id = ?"
                        + " order by asked_at desc, id desc limit ?, ?",
                ErasureRows::asked,
                tenant,
                from,
                most);
    }

    /** Those of one store that were over before a moment, the first asked first. */
    public List<Over> overBefore(TenantId tenant, UUID forwarder, Instant moment, UUID behind, int most) {
        return sql.rows(
                tenant,
                "select id, subject from forwarding_erasure where tenant_id = ? and forwarder_id = ? and id > ?"
                        + " and answered_at < ? and (state = 'DONE' or state = 'DONE_BY_HAND') order by id limit ?",
                row -> new Over(Uuids.fromBytes(row.getBytes(1)), Uuids.fromBytes(row.getBytes(2))),
                tenant,
                forwarder,
                behind,
                moment,
                most);
    }

    public void remove(TenantId tenant, UUID id) {
        sql.change(tenant, "delete from forwarding_erasure where tenant_id = ? and id = ?", tenant, id);
    }

    /** How many wait for somebody to do something. */
    public long countIn(TenantId tenant, String state, String orState) {
        return sql.number(
                tenant,
                "select count(*) from forwarding_erasure where tenant_id = ? and (state = ? or state = ?)",
                tenant,
                state,
                orState);
    }

    /** Those of a cell that are to be sent now. */
    public List<Due> due(String cell, Instant now, int most) {
        return sql.rowsOfCell(
                cell,
                EveryTenant.FORWARDING.says("select tenant_id, id from forwarding_erasure where next_at <= ?"
                        + " and state = 'TO_SEND'"
                        + " and (held_until is null or held_until < ?) order by next_at limit ?"),
                row -> new Due(new TenantId(row.getInt(1)), Uuids.fromBytes(row.getBytes(2))),
                now,
                now,
                most);
    }

    /** @return whether nobody else is sending it */
    public boolean hold(TenantId tenant, UUID id, Instant now, Instant until) {
        return sql.change(
                        tenant,
                        "update forwarding_erasure set held_until = ? where tenant_id = ? and id = ?"
                                + " and state = 'TO_SEND' and next_at <= ? and (held_until is null or held_until < ?)",
                        until,
                        tenant,
                        id,
                        now,
                        now)
                == 1;
    }

    /** It is sent again at {@code next}. */
    public void fail(TenantId tenant, UUID id, int status, Instant next) {
        sql.change(
                tenant,
                "update forwarding_erasure set failures = failures + 1, answer_status = ?, next_at = ?, held_until = null"
                        + " where tenant_id = ? and id = ? and next_at is not null",
                status,
                next,
                tenant,
                id);
    }

    /** @param keepsNames whether somebody still needs the names by which the person is known there */
    public void answer(
            TenantId tenant, UUID id, String state, int status, String answer, Instant now, boolean keepsNames) {
        sql.change(
                tenant,
                "update forwarding_erasure set state = ?, answer_status = ?, answer = ?, answered_at = ?, next_at = null,"
                        + " held_until = null, agents = case when ? then agents else null end"
                        + " where tenant_id = ? and id = ?",
                state,
                status,
                answer,
                now,
                keepsNames,
                tenant,
                id);
    }

    public void note(TenantId tenant, UUID id, String state, String note, Optional<UUID> by, Instant now) {
        sql.change(
                tenant,
                "update forwarding_erasure set state = ?, note = ?, noted_by_person_id = ?, answered_at = ?,"
                        + " next_at = null, agents = null where tenant_id = ? and id = ?",
                state,
                note,
                by,
                now,
                tenant,
                id);
    }

    public void sendAgain(TenantId tenant, UUID id, String state, Instant now) {
        sql.change(
                tenant,
                "update forwarding_erasure set state = ?, failures = 0, next_at = ? where tenant_id = ? and id = ?"
                        + " and agents is not null",
                state,
                now,
                tenant,
                id);
    }

    private static Asked asked(ResultSet row) throws SQLException {
        return new Asked(
                Uuids.fromBytes(row.getBytes(1)),
                Uuids.fromBytes(row.getBytes(2)),
                Uuids.fromBytes(row.getBytes(3)),
                row.getString(4),
                Optional.ofNullable(row.getString(5)),
                CellSql.instant(row, 6).orElse(Instant.EPOCH),
                CellSql.instant(row, 7),
                row.getInt(8),
                row.getInt(9),
                row.getString(10),
                CellSql.instant(row, 11),
                row.getString(12),
                CellSql.uuid(row, 13));
    }
}
