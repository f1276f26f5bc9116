package org.mangrove.core.records.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
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
