package org.mangrove.core.blobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.mangrove.core.blobs.Blobs.Blob;
import org.mangrove.core.database.Configuration;
import org.mangrove.sdk.TenantId;

/**
 * Packages that a tenant has brought, in a folder of its own for each tenant. They lie apart from what people have handed in
 * ({@link TenantBlobs}), where all goes that no statement leads to.
 */
@ApplicationScoped
public class TenantArchives {

    @Inject
    Configuration configuration;

    private final Map<TenantId, Set<Digest>> verified = new ConcurrentHashMap<>();

    /** Stores what comes and gives its digest. */
    public Digest put(TenantId tenant, InputStream stream) {
        return folder(tenant).put(stream);
    }

    /** @throws IllegalStateException if the file is not any more what its name says */
    public Optional<Blob> find(TenantId tenant, Digest digest) {
        return folder(tenant).find(digest);
    }

    /** Every one of the tenant, and what was still coming when a node was killed; to be closed. */
    public Stream<Path> files(TenantId tenant) {
        return folder(tenant).files();
    }

    private BlobFolder folder(TenantId tenant) {
        return new BlobFolder(
                configuration.blobs().resolve("archives").resolve(Integer.toString(tenant.number())),
                verified.computeIfAbsent(tenant, first -> ConcurrentHashMap.newKeySet()));
    }
}
