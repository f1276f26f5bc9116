package org.mangrove.core.authoring.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.blobs.MediaType;
import org.mangrove.core.database.Uuids;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.EnterpriseOwned;

/** A file that a draft shows and that was never published. */
@Entity
@Table(name = "authoring_file")
public class DraftFileRow extends EnterpriseOwned {

    @Column(name = "draft_id", nullable = false, updatable = false)
    private UUID draft;

    @Column(name = "digest", nullable = false, updatable = false)
    private String digest;

    @Column(name = "media_type", nullable = false, updatable = false)
    private String mediaType;

    @Column(name = "size", nullable = false, updatable = false)
    private int size;

    @Column(name = "bytes", nullable = false, updatable = false)
    private byte[] bytes;

    /** For Jakarta Persistence. */
    @SuppressWarnings("NullAway.Init")
    protected DraftFileRow() {}

    public DraftFileRow(EnterpriseId enterprise, UUID draft, Digest digest, MediaType type, byte[] bytes) {
        super(enterprise, Uuids.next());
        this.draft = draft;
        this.digest = digest.hex();
        this.mediaType = type.type();
        this.size = bytes.length;
        this.bytes = bytes.clone();
    }

    public MediaType type() {
        return MediaType.parse(mediaType).orElseThrow();
    }

    public byte[] bytes() {
        return bytes.clone();
    }
}
