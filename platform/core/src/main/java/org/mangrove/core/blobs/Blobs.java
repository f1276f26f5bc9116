package org.mangrove.core.blobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.mangrove.core.database.Configuration;

/**
 * The zone's object store: a folder in which each blob's path is made of its digest.
 *
 * <p>A blob appears whole or not at all, and is never changed: putting the same bytes again does nothing. What is opened for
 * the first time since the node started is compared with its name, so that a damaged file is found and not handed out.
 */
@ApplicationScoped
public class Blobs {

    @Inject
    Configuration configuration;

    private final Set<Digest> verified = ConcurrentHashMap.newKeySet();

    /** A blob that is there, whole and unchanged. */
    public record Blob(Path file, long length) {}

    public Digest put(byte[] bytes) {
        return folder().put(bytes);
    }

    /** Stores what comes and gives its digest; for what may be larger than memory. */
    public Digest put(InputStream stream) {
        return folder().put(stream);
    }

    public boolean has(Digest digest) {
        return folder().has(digest);
    }

    /** @throws IllegalStateException if the file is not any more what its name says */
    public Optional<Blob> find(Digest digest) {
        return folder().find(digest);
    }

    /** All bytes of a small blob. */
    public Optional<byte[]> findBytes(Digest digest) {
        return folder().findBytes(digest);
    }

    /** Which of these are not here yet. */
    public Set<Digest> missing(Set<Digest> digests) {
        var missing = new HashSet<>(digests);
        missing.removeIf(this::has);
        return missing;
    }

    /** Every blob that is no tenant's own, for whoever searches them all; to be closed. */
    public Stream<Path> files() {
        return folder().files();
    }

    private BlobFolder folder() {
        return new BlobFolder(configuration.blobs(), verified);
    }
}
