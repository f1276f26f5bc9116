package org.mangrove.core.rollups.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.database.Uuids;
import org.mangrove.core.rollups.RollupKind;
import org.mangrove.core.tenancy.Cells;
import org.mangrove.core.xapi.XapiStatement;
import org.mangrove.sdk.TenantId;

/**
 * Counts the statements of a tenant in the database alone, from what they say themselves: a second way to the sums, which has
 * nothing in common with the first but the statements. That is why it looks into the table of another slice.
 *
 * <p>Terms of verbs and activities are hashed anew, days are taken from the moment in the statement. Of persons and
 * teams it has to believe the columns, since their terms have a key that no database knows.
 */
@ApplicationScoped
public class RecountRows {

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);
    private static final String VERB = "json_unquote(json_extract(doc, '$.verb.id'))";
    private static final String OBJECT = "json_unquote(json_extract(doc, '$.object.id'))";
    private static final String MOMENT =
            "cast(replace(left(json_unquote(json_extract(doc, '$.timestamp')), 19), 'T', ' ') as datetime)";

    @Inject
    Cells cells;

    /** What is the other than it should be; or how many there are, where nothing is compared. */
    public record Compared(UUID term, LocalDate day, long counted, long kept) {}

    /** A statement that takes another one back. */
    public record Voiding(UUID position, UUID target) {}

    /** @param first and last day on which something happened; empty if nothing has */
    public record Extent(long statements, Optional<LocalDate> first, Optional<LocalDate> last) {}

    /** Which statements are counted. */
    public enum By {
        POSITION("position"),
        /** Those of them that do not take back others. */
        ID_OF_ORDINARY("statement_id");

        private final String column;

        By(String column) {
            this.column = column;
        }
    }

    public Extent extent(TenantId tenant) {
        return rows(
                        tenant,
                        "select count(*), min(happened_on), max(happened_on) from records_statement where tenant_id = ?",
                        List.of(),
                        row -> new Extent(row.getLong(1), day(row, 2), day(row, 3)))
                .getFirst();
    }

    /** Counts everything and tells where the sums that are kept say otherwise. */
    public List<Compared> differences(TenantId tenant, RollupKind kind, ZoneId zone, Extent extent) {
        String sql = "select term, happened_on, sum(counted), sum(kept) from ("
                + count(kind, zone, extent, "")
                + " union all select term, happened_on, 0, statements from rollups_day"
                + " where tenant_id = ? and kind = " + kind.code() + ") x"
                + " group by term, happened_on having sum(counted) <> sum(kept)";
        return cells.sessionOf(tenant).doReturningWork(connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                select.setInt(1, tenant.number());
                select.setInt(2, tenant.number());
                return read(select, RecountRows::compared);
            }
        });
    }

    /** Counts some of the statements, in the same way. */
    public List<Compared> counts(
            TenantId tenant, RollupKind kind, ZoneId zone, Extent extent, By by, Collection<UUID> some) {
        if (some.isEmpty()) {
            return List.of();
        }
        return rows(
                tenant,
                "select term, happened_on, counted, 0 from (" + count(kind, zone, extent, among(by, some)) + ") x",
                some,
                RecountRows::compared);
    }

    public List<Voiding> voidings(TenantId tenant) {
        String sql = "select position, " + OBJECT + " from " + documents("") + " where " + VERB + " = '"
                + XapiStatement.VOIDED + "'";
        return rows(
                tenant,
                sql,
                List.of(),
                row -> new Voiding(Uuids.fromBytes(row.getBytes(1)), UUID.fromString(row.getString(2))));
    }

    private static String count(RollupKind kind, ZoneId zone, Extent extent, String condition) {
        return "select term, happened_on, count(*) as counted, 0 as kept from (select " + term(kind) + " as term, "
                + day(zone, extent) + " as happened_on from " + documents(condition) + " where " + has(kind)
                + ordinary(condition) + ") c group by term, happened_on";
    }

    private static String documents(String condition) {
        return "(select s.position as position, s.actor as actor, s.team as team, convert(s.statement using utf8mb4) as doc"
                + " from records_statement s where s.tenant_id = ?" + condition + ") d";
    }

    private static String term(RollupKind kind) {
        return switch (kind) {
            case PERSON -> "actor";
            case TEAM -> "team";
            case ORGANIZATION -> "unhex(repeat('0', 32))";
            case ASSET -> hashed("a/", OBJECT);
            case VERB -> hashed("v/", VERB);
        };
    }

    private static String hashed(String before, String iri) {
        return "unhex(left(sha2(concat('" + before + "', " + iri + "), 256), 32))";
    }

    private static String has(RollupKind kind) {
        return switch (kind) {
            case PERSON -> "actor is not null";
            case ASSET -> "coalesce(json_unquote(json_extract(doc, '$.object.objectType')), 'Activity') = 'Activity'";
            case TEAM -> "team is not null";
            case ORGANIZATION, VERB -> "doc is not null";
        };
    }

    private static String among(By by, Collection<UUID> some) {
        return " and s." + by.column + " in (" + String.join(", ", Collections.nCopies(some.size(), "?")) + ")";
    }

    private static String ordinary(String condition) {
        return condition.contains(By.ID_OF_ORDINARY.column)
                ? " and " + VERB + " <> '" + XapiStatement.VOIDED + "'"
                : "";
    }

    /** The day in the zone. The database need not know zones: it is told when their clocks are changed. */
    private static String day(ZoneId zone, Extent extent) {
        if (extent.first().isEmpty() || extent.last().isEmpty()) {
            return "date(" + MOMENT + ")";
        }
        var from =
                extent.first().get().minusDays(2).atStartOfDay(ZoneOffset.UTC).toInstant();
        var until = extent.last().get().plusDays(2).atStartOfDay(ZoneOffset.UTC).toInstant();
        var seconds = new StringBuilder();
        ZoneOffset offset = zone.getRules().getOffset(from);
        ZoneOffsetTransition change = zone.getRules().nextTransition(from);
        while (change != null && change.getInstant().isBefore(until)) {
            seconds.append(" when ").append(MOMENT).append(" < '");
            seconds.append(UTC.format(change.getInstant())).append("' then ").append(offset.getTotalSeconds());
            offset = change.getOffsetAfter();
            change = zone.getRules().nextTransition(change.getInstant());
        }
        String plus = seconds.isEmpty()
                ? String.valueOf(offset.getTotalSeconds())
                : "case" + seconds + " else " + offset.getTotalSeconds() + " end";
        return "date(timestampadd(second, " + plus + ", " + MOMENT + "))";
    }

    private interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    private static Compared compared(ResultSet row) throws SQLException {
        return new Compared(
                Uuids.fromBytes(row.getBytes(1)), row.getDate(2).toLocalDate(), row.getLong(3), row.getLong(4));
    }

    private static Optional<LocalDate> day(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getDate(column)).map(Date::toLocalDate);
    }

    private <T> List<T> rows(TenantId tenant, String sql, Collection<UUID> some, Row<T> reading) {
        return cells.sessionOf(tenant).doReturningWork(connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                select.setInt(1, tenant.number());
                int place = 2;
                for (UUID id : some) {
                    select.setBytes(place++, Uuids.bytes(id));
                }
                return read(select, reading);
            }
        });
    }

    private static <T> List<T> read(PreparedStatement select, Row<T> reading) throws SQLException {
        var found = new ArrayList<T>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                found.add(reading.of(rows));
            }
        }
        return found;
    }
}
