package org.mangrove.core.blobs;

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
import java.util.Optional;
import java.util.Set;

/**
 * Blobs below one folder.
 *
 * @param verified those that have been compared with their names
 */
record BlobFolder(Path root, Set<Digest> verified) {

    Digest put(byte[] bytes) {
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
    Digest put(InputStream stream) {
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

    boolean has(Digest digest) {
        return Files.exists(place(digest));
    }

    /** @throws IllegalStateException if the file is not any more what its name says */
    Optional<Blobs.Blob> find(Digest digest) {
        Path place = place(digest);
        if (!Files.exists(place)) {
            return Optional.empty();
        }
        try {
            verify(digest, place);
            return Optional.of(new Blobs.Blob(place, Files.size(place)));
        } catch (IOException problem) {
            throw new UncheckedIOException("Cannot read blob " + digest, problem);
        }
    }

    /** All bytes of a small blob. */
    Optional<byte[]> findBytes(Digest digest) {
        return find(digest).map(blob -> {
            try {
                return Files.readAllBytes(blob.file());
            } catch (IOException problem) {
                throw new UncheckedIOException("Cannot read blob " + digest, problem);
            }
        });
    }

    /** There need be none. */
    void remove(Digest digest) {
        try {
            verified.remove(digest);
            Files.deleteIfExists(place(digest));
        } catch (IOException problem) {
            throw new UncheckedIOException("Cannot remove blob " + digest, problem);
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
        Path folder = root.resolve("coming");
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
        return root.resolve(digest.hex().substring(0, 2))
                .resolve(digest.hex().substring(2, 4))
                .resolve(digest.hex());
    }
}
