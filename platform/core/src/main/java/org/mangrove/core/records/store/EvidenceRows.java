package org.mangrove.core.records.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.mangrove.core.database.Uuids;
import org.mangrove.core.tenancy.Cells;
import org.mangrove.sdk.TenantId;

/** Statements that a law demands. */
@ApplicationScoped
public class EvidenceRows {

    @Inject
    Cells cells;

    /** How many came from a source, and on which day the last of them happened. */
    public record FromSource(UUID source, long statements, LocalDate last) {}

    /** Those in which somebody stands. */
    public List<FromSource> of(TenantId tenant, UUID person) {
        String sql = "select s.source_id, count(*), max(s.happened_on) from"
                + " (select position from records_statement where tenant_id = ? and actor = ?"
                + " union select subject from records_mention where tenant_id = ? and term = ?) p"
                + " join records_statement s on s.position = p.position"
                + " where s.tenant_id = ? and s.evidence = true group by s.source_id";
        return cells.sessionOf(tenant).doReturningWork(connection -> {
            var found = new ArrayList<FromSource>();
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                select.setInt(1, tenant.number());
                select.setBytes(2, Uuids.bytes(person));
                select.setInt(3, tenant.number());
                select.setBytes(4, Uuids.bytes(person));
                select.setInt(5, tenant.number());
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        found.add(new FromSource(
                                Uuids.fromBytes(rows.getBytes(1)),
                                rows.getLong(2),
                                rows.getDate(3).toLocalDate()));
                    }
                }
            }
            return found;
        });
    }
}
