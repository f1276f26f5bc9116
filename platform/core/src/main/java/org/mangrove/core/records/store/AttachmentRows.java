package org.mangrove.core.records.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.database.Uuids;
import org.mangrove.core.records.NewStatement.Attachment;
import org.mangrove.core.tenancy.Cells;
import org.mangrove.sdk.TenantId;

/** Which contents came with statements. */
@ApplicationScoped
public class AttachmentRows {

    @Inject
    Cells cells;

    /** @param sha2 as the statement names it */
    public record Kept(UUID position, String sha2, Digest digest) {}

    /** What came with the statements at these positions. */
    public List<Kept> keptWith(TenantId tenant, Collection<UUID> positions) {
        var kept = new ArrayList<Kept>();
        if (positions.isEmpty()) {
            return kept;
        }
        String sql = "select position, sha2, digest from records_attachment where tenant_id = ? and position in ("
                + Marks.of(positions.size(), "?") + ")";
        cells.sessionOf(tenant).doWork(connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                select.setInt(1, tenant.number());
                int place = 2;
                for (UUID position : Marks.padded(List.copyOf(positions))) {
                    select.setBytes(place++, Uuids.bytes(position));
                }
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        kept.add(new Kept(
                                Uuids.fromBytes(rows.getBytes(1)),
                                rows.getString(2),
                                new Digest(HexFormat.of().formatHex(rows.getBytes(3)))));
                    }
                }
            }
        });
        return kept;
    }

    public void remove(TenantId tenant, Collection<Kept> rows) {
        cells.sessionOf(tenant).doWork(connection -> {
            try (PreparedStatement delete = connection.prepareStatement(
                    "delete from records_attachment where tenant_id = ? and position = ? and sha2 = ?")) {
                for (Kept row : rows) {
                    delete.setInt(1, tenant.number());
                    delete.setBytes(2, Uuids.bytes(row.position()));
                    delete.setString(3, row.sha2());
                    delete.executeUpdate();
                }
            }
        });
    }

    /** Whether a content came with any statement of the tenant. */
    public boolean isNeeded(TenantId tenant, Digest digest) {
        return cells.sessionOf(tenant).doReturningWork(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "select 1 from records_attachment where tenant_id = ? and digest = ? limit 1")) {
                select.setInt(1, tenant.number());
                select.setBytes(2, HexFormat.of().parseHex(digest.hex()));
                try (ResultSet rows = select.executeQuery()) {
                    return rows.next();
                }
            }
        });
    }

    /** What came with the statements at these positions, each content once. */
    public List<Attachment> of(TenantId tenant, List<UUID> positions) {
        var attachments = new ArrayList<Attachment>();
        if (positions.isEmpty()) {
            return attachments;
        }
        String sql = "select sha2, min(content_type), min(digest) from records_attachment"
                + " where tenant_id = ? and position in (" + Marks.of(positions.size(), "?")
                + ") group by sha2 order by sha2";
        cells.sessionOf(tenant).doWork(connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                select.setInt(1, tenant.number());
                int place = 2;
                for (UUID position : Marks.padded(positions)) {
                    select.setBytes(place++, Uuids.bytes(position));
                }
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        attachments.add(new Attachment(
                                rows.getString(1),
                                rows.getString(2),
                                new Digest(HexFormat.of().formatHex(rows.getBytes(3)))));
                    }
                }
            }
        });
        return attachments;
    }
}
