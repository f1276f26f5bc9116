package org.mangrove.core.events.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.mangrove.core.database.Uuids;
import org.mangrove.core.tenancy.Cells;
import org.mangrove.sdk.TenantId;

/** Writes many events at once: one commit may tell of what happened in a hundred tenants. */
@ApplicationScoped
public class OutboxBatches {

    private static final String INSERT =
            "insert into events_outbox (tenant_id, id, type, payload, occurred_at) values (?, ?, ?, ?, ?)";

    @Inject
    Cells cells;

    /** An event as it is written down. */
    public record Row(TenantId tenant, UUID id, String type, String payload, Instant occurredAt) {}

    /** @param rows of tenants of one cell; for a {@code Timestamp} the driver would make a formatter each time */
    public void add(List<Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        cells.sessionOf(rows.getFirst().tenant()).doWork(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
                for (Row row : rows) {
                    insert.setInt(1, row.tenant().number());
                    insert.setBytes(2, Uuids.bytes(row.id()));
                    insert.setString(3, row.type());
                    insert.setString(4, row.payload());
                    insert.setObject(5, LocalDateTime.ofInstant(row.occurredAt(), ZoneOffset.UTC));
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        });
    }
}
