package org.mangrove.core.content.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.EnterpriseStore;

/** The media of an enterprise's masters. */
@ApplicationScoped
public class MediaStore extends EnterpriseStore<MediaRow> {

    public MediaStore() {
        super(MediaRow.class);
    }

    public Optional<MediaRow> find(EnterpriseId enterprise, Digest digest) {
        return where(enterprise, "e.digest = :digest")
                .setParameter("digest", digest.hex())
                .uniqueResultOptional();
    }
}
