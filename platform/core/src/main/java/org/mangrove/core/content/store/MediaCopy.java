package org.mangrove.core.content.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.blobs.MediaType;
import org.mangrove.core.tenancy.EnterpriseCopy;
import org.mangrove.core.tenancy.EnterpriseId;

/** A blob that published content shows, as a cell holds it. */
@Entity
@Table(name = "content_media_copy")
public class MediaCopy extends EnterpriseCopy {

    @Column(name = "digest", nullable = false)
    private String digest;

    @Column(name = "media_type", nullable = false)
    private String mediaType;

    /** For Jakarta Persistence. */
    @SuppressWarnings("NullAway.Init")
    protected MediaCopy() {}

    public MediaCopy(EnterpriseId enterprise, UUID id, Digest digest, MediaType type) {
        super(enterprise, id);
        this.digest = digest.hex();
        this.mediaType = type.type();
    }

    public MediaType type() {
        return MediaType.parse(mediaType).orElseThrow();
    }
}
