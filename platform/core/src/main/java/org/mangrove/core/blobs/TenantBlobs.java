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
 * What people of a tenant have handed in: blobs in a folder of its own for each tenant, so that one can be removed when this
 * tenant does not need it any more, whoever else has the same.
 */
@ApplicationScoped
public class TenantBlobs {

    @Inject
    Configuration configuration;

    private final Map<TenantId, Set<Digest>> verified = new ConcurrentHashMap<>();

    public Digest put(TenantId tenant, byte[] bytes) {
        return folder(tenant).put(bytes);
    }

    /** Stores what comes and gives its digest; for what may be larger than memory. */
    public Digest put(TenantId tenant, InputStream stream) {
        return folder(tenant).put(stream);
    }

    public boolean has(TenantId tenant, Digest digest) {
        return folder(tenant).has(digest);
    }

    /** @throws IllegalStateException if the file is not any more what its name says */
    public Optional<Blob> find(TenantId tenant, Digest digest) {
        return folder(tenant).find(digest);
    }

    /** There need be none. */
    public void remove(TenantId tenant, Digest digest) {
        folder(tenant).remove(digest);
    }

    /** Every blob of the tenant, and what was still coming when a node was killed; to be closed. */
    public Stream<Path> files(TenantId tenant) {
        return folder(tenant).files();
    }

    private BlobFolder folder(TenantId tenant) {
        return new BlobFolder(
                configuration.blobs().resolve("tenants").resolve(Integer.toString(tenant.number())),
                verified.computeIfAbsent(tenant, first -> ConcurrentHashMap.newKeySet()));
    }
}
