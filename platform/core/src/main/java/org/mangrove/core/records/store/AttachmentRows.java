package org.mangrove.core.records.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.database.Marks;
import org.mangrove.core.database.Uuids;
import org.mangrove.core.records.NewStatement.Attachment;
import org.mangrove.core.tenancy.CellSql;
import org.mangrove.sdk.TenantId;

/** Which contents came with statements. */
@ApplicationScoped
public class AttachmentRows {

    @Inject
    CellSql sql;

    /** @param sha2 as the statement names it */
    public record Kept(UUID position, String sha2, Digest digest) {}

    /** What came with the statements at these positions. */
    public List<Kept> keptWith(TenantId tenant, Collection<UUID> positions) {
        if (positions.isEmpty()) {
            return List.of();
        }
        return sql.rows(
                tenant,
                "select position, sha2, digest from records_attachment where tenant_id = ? and position in ("
                        + Marks.of(positions.size(), "?") + ")",
                row -> new Kept(
                        Uuids.fromBytes(row.getBytes(1)),
                        row.getString(2),
                        new Digest(HexFormat.of().formatHex(row.getBytes(3)))),
                tenant,
                positions);
    }

    public void remove(TenantId tenant, Collection<Kept> rows) {
        sql.changeAll(
                tenant,
                "delete from records_attachment where tenant_id = ? and position = ? and sha2 = ?",
                rows.stream()
                        .map(row -> new Object[] {tenant, row.position(), row.sha2()})
                        .toList());
    }

    /** Whether a content came with any statement of the tenant. */
    public boolean isNeeded(TenantId tenant, Digest digest) {
        return !sql.rows(
                        tenant,
                        "select 1 from records_attachment where tenant_id = ? and digest = ? limit 1",
                        row -> row.getInt(1),
                        tenant,
                        HexFormat.of().parseHex(digest.hex()))
                .isEmpty();
    }

    /** What came with the statements at these positions, each content once. */
    public List<Attachment> of(TenantId tenant, List<UUID> positions) {
        if (positions.isEmpty()) {
            return List.of();
        }
        return sql.rows(
                tenant,
                "select sha2, min(content_type), min(digest) from records_attachment"
                        + " where tenant_id = ? and position in (" + Marks.of(positions.size(), "?")
                        + ") group by sha2 order by sha2",
                row -> new Attachment(
                        row.getString(1),
                        row.getString(2),
                        new Digest(HexFormat.of().formatHex(row.getBytes(3)))),
                tenant,
                positions);
    }
}
