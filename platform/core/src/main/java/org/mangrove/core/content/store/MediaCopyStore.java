package org.mangrove.core.content.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.tenancy.EnterpriseCopyStore;
import org.mangrove.core.tenancy.TenantProfile;

/** The media of published content in a cell. */
@ApplicationScoped
public class MediaCopyStore extends EnterpriseCopyStore<MediaCopy> {

    public MediaCopyStore() {
        super(MediaCopy.class);
    }

    public Optional<MediaCopy> find(TenantProfile tenant, Digest digest) {
        return where(tenant, "e.digest = :digest")
                .setParameter("digest", digest.hex())
                .uniqueResultOptional();
    }
}
