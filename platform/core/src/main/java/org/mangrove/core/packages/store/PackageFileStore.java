package org.mangrove.core.packages.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.EnterpriseStore;

/** The files that packages can be made of. */
@ApplicationScoped
public class PackageFileStore extends EnterpriseStore<PackageFileRow> {

    public PackageFileStore() {
        super(PackageFileRow.class);
    }

    public Optional<PackageFileRow> find(EnterpriseId enterprise, Digest digest) {
        return where(enterprise, "e.digest = :digest")
                .setParameter("digest", digest.hex())
                .uniqueResultOptional();
    }

    /** The latest first. */
    public List<PackageFileRow> all(EnterpriseId enterprise, int most) {
        return where(enterprise, "1 = 1", "e.broughtAt desc, e.id")
                .setMaxResults(most)
                .getResultList();
    }
}
