package org.mangrove.core.content.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.blobs.MediaType;
import org.mangrove.core.database.Uuids;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.EnterpriseOwned;

/** A blob that an enterprise's content shows, and what kind of file it is. */
@Entity
@Table(name = "content_media")
public class MediaRow extends EnterpriseOwned {

    @Column(name = "digest", nullable = false, updatable = false)
    private String digest;

    @Column(name = "media_type", nullable = false, updatable = false)
    private String mediaType;

    @Column(name = "byte_count", nullable = false, updatable = false)
    private long byteCount;

    /** For Jakarta Persistence. */
    @SuppressWarnings("NullAway.Init")
    protected MediaRow() {}

    public MediaRow(EnterpriseId enterprise, Digest digest, MediaType type, long byteCount) {
        super(enterprise, Uuids.next());
        this.digest = digest.hex();
        this.mediaType = type.type();
        this.byteCount = byteCount;
    }

    public String digest() {
        return digest;
    }

    public long byteCount() {
        return byteCount;
    }

    public MediaType type() {
        return MediaType.parse(mediaType).orElseThrow();
    }
}
