package org.mangrove.core.privacy.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.mangrove.core.database.Uuids;
import org.mangrove.core.tenancy.Cells;
import org.mangrove.core.tenancy.TenantProfile;

/**
 * Searches every column of every table of a cell that can hold text or bytes. Tables and columns are read from the schema, so
 * that one that nobody thought of is searched like the others; those that belong to somebody are searched in the tenant's rows
 * and in its enterprise's.
 */
@ApplicationScoped
public class SearchRows {

    private static final Set<String> TEXT =
            Set.of("char", "varchar", "tinytext", "text", "mediumtext", "longtext", "json", "enum", "set");
    private static final Set<String> BYTES =
            Set.of("binary", "varbinary", "tinyblob", "blob", "mediumblob", "longblob");

    /** The form in which a search is told what it looks for is no find. */
    private static final Set<String> NOT_SEARCHED =
            Set.of("privacy_subject", "privacy_erasure", "flyway_schema_history");

    private static final String COLUMNS = """
            select c.table_name, c.column_name, c.data_type from information_schema.columns c
            join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
            where c.table_schema = database() and t.table_type = 'BASE TABLE' order by c.table_name, c.ordinal_position
            """;

    @Inject
    Cells cells;

    /**
     * What leads to somebody.
     *
     * @param what its kind, which is told where it is found
     * @param text in small letters; ids as they are written with hyphens
     * @param written as it was given
     * @param id the same as an id, if it is one
     */
    public record Trace(String what, String text, String written, Optional<UUID> id) {

        public static Trace of(String what, String text) {
            return new Trace(what, text.toLowerCase(Locale.ROOT), text, Optional.empty());
        }

        public static Trace of(String what, UUID id) {
            return new Trace(what, id.toString(), id.toString(), Optional.of(id));
        }
    }

    /** @param place {@code table.column} */
    public record Found(String place, String what, long rows) {}

    private record Column(String table, String name, String type) {

        boolean isText() {
            return TEXT.contains(type);
        }

        boolean isBytes() {
            return BYTES.contains(type);
        }
    }

    /** The tables of the tenant's cell that can be searched. */
    public List<String> tables(TenantProfile tenant) {
        return cells.sessionOf(tenant.tenant().id())
                .doReturningWork(connection -> columns(connection).stream()
                        .filter(column -> column.isText() || column.isBytes())
                        .map(Column::table)
                        .filter(table -> !NOT_SEARCHED.contains(table))
                        .distinct()
                        .toList());
    }

    /** Where one table has any of the traces. */
    public List<Found> search(TenantProfile tenant, String table, List<Trace> traces) {
        if (traces.isEmpty()) {
            return List.of();
        }
        return cells.sessionOf(tenant.tenant().id()).doReturningWork(connection -> {
            List<Column> all = columns(connection).stream()
                    .filter(column -> column.table().equals(table))
                    .toList();
            var found = new ArrayList<Found>();
            for (Column column : all) {
                if (column.isText() || column.isBytes()) {
                    found.addAll(search(connection, tenant, all, column, traces));
                }
            }
            return found;
        });
    }

    private static List<Column> columns(Connection connection) throws SQLException {
        var columns = new ArrayList<Column>();
        try (PreparedStatement select = connection.prepareStatement(COLUMNS);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                columns.add(new Column(
                        rows.getString(1), rows.getString(2), rows.getString(3).toLowerCase(Locale.ROOT)));
            }
        }
        return columns;
    }

    private static List<Found> search(
            Connection connection, TenantProfile tenant, List<Column> all, Column column, List<Trace> traces)
            throws SQLException {
        var sums = new ArrayList<String>();
        var values = new ArrayList<byte[]>();
        for (Trace trace : traces) {
            String whole = column.isText()
                    ? "lower(convert(`%s` using utf8mb4))".formatted(column.name())
                    : "lower(convert(`%s` using latin1))".formatted(column.name());
            var ways = new ArrayList<String>();
            ways.add("instr(" + whole + ", ?) > 0");
            values.add(trace.text().getBytes(StandardCharsets.UTF_8));
            if (column.isBytes()) {
                ways.add("instr(`" + column.name() + "`, ?) > 0");
                values.add(trace.written().getBytes(StandardCharsets.UTF_8));
            }
            if (trace.id().isPresent()) {
                ways.add("instr(" + whole + ", ?) > 0");
                values.add(trace.text().replace("-", "").getBytes(StandardCharsets.UTF_8));
            }
            if (trace.id().isPresent() && column.isBytes()) {
                ways.add("instr(`" + column.name() + "`, ?) > 0");
                values.add(Uuids.bytes(trace.id().get()));
            }
            sums.add("sum(case when " + String.join(" or ", ways) + " then 1 else 0 end)");
        }
        Optional<String> owner =
                Optional.<String>empty().or(() -> named(all, "tenant_id")).or(() -> named(all, "enterprise_id"));
        String sql = "select " + String.join(", ", sums) + " from `" + column.table() + "`"
                + owner.map(name -> " where " + name + " = ?").orElse("");
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            int place = 1;
            for (byte[] value : values) {
                select.setBytes(place++, value);
            }
            if (owner.isPresent()) {
                select.setInt(
                        place,
                        owner.get().equals("tenant_id")
                                ? tenant.tenant().id().number()
                                : tenant.enterprise().number());
            }
            try (ResultSet row = select.executeQuery()) {
                row.next();
                var found = new ArrayList<Found>();
                for (int i = 0; i < traces.size(); i++) {
                    if (row.getLong(i + 1) > 0) {
                        found.add(new Found(
                                column.table() + "." + column.name(),
                                traces.get(i).what(),
                                row.getLong(i + 1)));
                    }
                }
                return found;
            }
        }
    }

    private static Optional<String> named(List<Column> all, String name) {
        return all.stream().map(Column::name).filter(name::equals).findFirst();
    }
}
