package org.mangrove.core.sources.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.database.Uuids;
import org.mangrove.core.sources.Source;
import org.mangrove.core.sources.Source.Traffic;
import org.mangrove.core.tenancy.Cells;
import org.mangrove.sdk.TenantId;

/** What was counted of each source. Two nodes may add to the same rows. */
@ApplicationScoped
public class SourceRows {

    private static final String ADD_TO_HOUR = """
            insert into sources_hour
                (tenant_id, source, hour_at, requests, statements, refused, failed, turned_away)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            on duplicate key update requests = requests + values(requests), statements = statements + values(statements),
                refused = refused + values(refused), failed = failed + values(failed),
                turned_away = turned_away + values(turned_away)
            """;

    private static final String FORGET_HOURS =
            "delete from sources_hour where tenant_id = ? and source = ? and hour_at < ?";

    /** What is assigned first is read by what is assigned next. */
    private static final String ADD_TO_SOURCE = """
            insert into sources_source
                (tenant_id, id, statements, last_lag_millis, last_stored_at, last_error_status, last_error_at)
            values (?, ?, ?, ?, ?, ?, ?)
            on duplicate key update statements = statements + values(statements),
                last_lag_millis = case when values(last_stored_at) is null or last_stored_at > values(last_stored_at)
                    then last_lag_millis else values(last_lag_millis) end,
                last_stored_at = case when values(last_stored_at) is null or last_stored_at > values(last_stored_at)
                    then last_stored_at else values(last_stored_at) end,
                last_error_status = case when values(last_error_at) is null or last_error_at > values(last_error_at)
                    then last_error_status else values(last_error_status) end,
                last_error_at = case when values(last_error_at) is null or last_error_at > values(last_error_at)
                    then last_error_at else values(last_error_at) end
            """;

    private static final String TRAFFIC = """
            select source, sum(requests), sum(statements), sum(refused), sum(failed), sum(turned_away)
            from sources_hour where tenant_id = ? and hour_at > ? group by source
            """;

    private static final String SOURCES = """
            select id, statements, last_stored_at, last_lag_millis, last_error_at, last_error_status
            from sources_source where tenant_id = ?
            """;

    @Inject
    Cells cells;

    public void add(TenantId tenant, UUID source, Instant hour, Traffic traffic) {
        change(tenant, ADD_TO_HOUR, add -> {
            add.setInt(1, tenant.number());
            add.setBytes(2, Uuids.bytes(source));
            add.setObject(3, utc(hour));
            add.setLong(4, traffic.requests());
            add.setLong(5, traffic.statements());
            add.setLong(6, traffic.refused());
            add.setLong(7, traffic.failed());
            add.setLong(8, traffic.turnedAway());
        });
    }

    public void forget(TenantId tenant, UUID source, Instant before) {
        change(tenant, FORGET_HOURS, forget -> {
            forget.setInt(1, tenant.number());
            forget.setBytes(2, Uuids.bytes(source));
            forget.setObject(3, utc(before));
        });
    }

    /** @param latest what is to be added, without its traffic */
    public void add(TenantId tenant, Source latest) {
        change(tenant, ADD_TO_SOURCE, add -> {
            add.setInt(1, tenant.number());
            add.setBytes(2, Uuids.bytes(latest.id()));
            add.setLong(3, latest.statements());
            if (latest.lag().isPresent()) {
                add.setLong(4, latest.lag().get().toMillis());
            } else {
                add.setNull(4, Types.BIGINT);
            }
            setTime(add, 5, latest.lastStored());
            if (latest.lastError().isPresent()) {
                add.setInt(6, latest.lastErrorStatus());
            } else {
                add.setNull(6, Types.SMALLINT);
            }
            setTime(add, 7, latest.lastError());
        });
    }

    /** What is written down of each source, with what it did since these times. */
    public Map<UUID, Source> all(TenantId tenant, Instant day, Instant week) {
        var sources = new HashMap<UUID, Source>();
        cells.sessionOf(tenant).doWork(connection -> {
            Map<UUID, Traffic> lastDay = traffic(connection, tenant, day);
            Map<UUID, Traffic> lastWeek = traffic(connection, tenant, week);
            try (PreparedStatement select = connection.prepareStatement(SOURCES)) {
                select.setInt(1, tenant.number());
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        UUID id = Uuids.fromBytes(rows.getBytes(1));
                        sources.put(
                                id,
                                new Source(
                                        id,
                                        rows.getLong(2),
                                        time(rows, 3),
                                        Optional.ofNullable(rows.getObject(4, Long.class))
                                                .map(Duration::ofMillis),
                                        time(rows, 5),
                                        rows.getInt(6),
                                        lastDay.getOrDefault(id, Traffic.NONE),
                                        lastWeek.getOrDefault(id, Traffic.NONE)));
                    }
                }
            }
        });
        return sources;
    }

    private static Map<UUID, Traffic> traffic(Connection connection, TenantId tenant, Instant since)
            throws SQLException {
        var traffic = new HashMap<UUID, Traffic>();
        try (PreparedStatement select = connection.prepareStatement(TRAFFIC)) {
            select.setInt(1, tenant.number());
            select.setObject(2, utc(since));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    traffic.put(
                            Uuids.fromBytes(rows.getBytes(1)),
                            new Traffic(
                                    rows.getLong(2),
                                    rows.getLong(3),
                                    rows.getLong(4),
                                    rows.getLong(5),
                                    rows.getLong(6)));
                }
            }
        }
        return traffic;
    }

    private interface Values {
        void set(PreparedStatement statement) throws SQLException;
    }

    private void change(TenantId tenant, String sql, Values values) {
        cells.sessionOf(tenant).doWork(connection -> {
            try (PreparedStatement change = connection.prepareStatement(sql)) {
                values.set(change);
                change.executeUpdate();
            }
        });
    }

    private static void setTime(PreparedStatement statement, int place, Optional<Instant> time) throws SQLException {
        if (time.isPresent()) {
            statement.setObject(place, utc(time.get()));
        } else {
            statement.setNull(place, Types.TIMESTAMP);
        }
    }

    private static LocalDateTime utc(Instant time) {
        return LocalDateTime.ofInstant(time, ZoneOffset.UTC);
    }

    private static Optional<Instant> time(ResultSet rows, int place) throws SQLException {
        return Optional.ofNullable(rows.getObject(place, LocalDateTime.class))
                .map(time -> time.toInstant(ZoneOffset.UTC));
    }
}
