package org.mangrove.core.blobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
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

    private static final Pattern NAME = Pattern.compile("[0-9a-f]{64}");

    @Inject
    Configuration configuration;

    private final Set<Digest> verified = ConcurrentHashMap.newKeySet();

    /** A blob that is there, whole and unchanged. */
    public record Blob(Path file, long length) {}

    public Digest put(byte[] bytes) {
        Digest digest = Digest.of(bytes);
        Path place = place(digest);
        if (!Files.exists(place)) {
            try {
                Path coming = coming();
                Files.write(coming, bytes);
                arrive(coming, place);
            } catch (IOException problem) {
                throw new UncheckedIOException("Cannot store blob " + digest, problem);
            }
        }
        return digest;
    }

    /** Stores what comes and gives its digest; for what may be larger than memory. */
    public Digest put(InputStream stream) {
        MessageDigest hash = Digest.sha256();
        try (var digesting = new DigestInputStream(stream, hash)) {
            Path coming = coming();
            Files.copy(digesting, coming, StandardCopyOption.REPLACE_EXISTING);
            Digest digest = Digest.ofHash(hash.digest());
            arrive(coming, place(digest));
            return digest;
        } catch (IOException problem) {
            throw new UncheckedIOException("Cannot store a blob", problem);
        }
    }

    public boolean has(Digest digest) {
        return Files.exists(place(digest));
    }

    /** @throws IllegalStateException if the file is not any more what its name says */
    public Optional<Blob> find(Digest digest) {
        Path place = place(digest);
        if (!Files.exists(place)) {
            return Optional.empty();
        }
        try {
            verify(digest, place);
            return Optional.of(new Blob(place, Files.size(place)));
        } catch (IOException problem) {
            throw new UncheckedIOException("Cannot read blob " + digest, problem);
        }
    }

    /** All bytes of a small blob. */
    public Optional<byte[]> findBytes(Digest digest) {
        return find(digest).map(blob -> {
            try {
                return Files.readAllBytes(blob.file());
            } catch (IOException problem) {
                throw new UncheckedIOException("Cannot read blob " + digest, problem);
            }
        });
    }

    /** Which of these are not here yet. */
    public Set<Digest> missing(Set<Digest> digests) {
        var missing = new HashSet<>(digests);
        missing.removeIf(this::has);
        return missing;
    }

    /** Every blob there is, for whoever searches them all; to be closed. */
    public Stream<Path> files() {
        Path root = configuration.blobs();
        if (!Files.isDirectory(root)) {
            return Stream.empty();
        }
        try {
            return Files.walk(root)
                    .filter(file -> NAME.matcher(file.getFileName().toString()).matches())
                    .filter(Files::isRegularFile);
        } catch (IOException problem) {
            throw new UncheckedIOException("Cannot list blobs", problem);
        }
    }

    private void verify(Digest digest, Path place) throws IOException {
        if (verified.contains(digest)) {
            return;
        }
        MessageDigest hash = Digest.sha256();
        try (var stream = new DigestInputStream(Files.newInputStream(place), hash)) {
            stream.transferTo(OutputStream.nullOutputStream());
        }
        if (!Digest.ofHash(hash.digest()).equals(digest)) {
            throw new IllegalStateException("Blob " + digest + " is damaged");
        }
        verified.add(digest);
    }

    private Path coming() throws IOException {
        Path folder = configuration.blobs().resolve("coming");
        Files.createDirectories(folder);
        return Files.createTempFile(folder, "blob", "");
    }

    private static void arrive(Path coming, Path place) throws IOException {
        Files.createDirectories(place.getParent());
        try {
            Files.move(coming, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException elsewhere) {
            throw new IOException("The folder of blobs spans two file systems", elsewhere);
        }
    }

    private Path place(Digest digest) {
        return configuration
                .blobs()
                .resolve(digest.hex().substring(0, 2))
                .resolve(digest.hex().substring(2, 4))
                .resolve(digest.hex());
    }
}
