package org.mangrove.core.packages.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.tenancy.EnterpriseCopyStore;
import org.mangrove.core.tenancy.TenantProfile;

/** The files of published packages, in a cell. */
@ApplicationScoped
public class PackageFileCopyStore extends EnterpriseCopyStore<PackageFileCopy> {

    public PackageFileCopyStore() {
        super(PackageFileCopy.class);
    }

    public Optional<PackageFileCopy> find(TenantProfile tenant, Digest digest) {
        return where(tenant, "e.digest = :digest")
                .setParameter("digest", digest.hex())
                .uniqueResultOptional();
    }
}
