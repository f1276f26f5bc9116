package org.mangrove.core.blobs;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Blobs below one folder.
 *
 * @param verified those that have been compared with their names
 */
record BlobFolder(Path root, Set<Digest> verified) {

    private static final String COMING = "coming";
    private static final Pattern FOLDER = Pattern.compile("[0-9a-f]{2}|" + COMING);
    private static final Pattern FILE = Pattern.compile("[0-9a-f]{64}|blob[0-9]+");

    Digest put(byte[] bytes) {
        Digest digest = Digest.of(bytes);
        return has(digest) ? digest : put(new ByteArrayInputStream(bytes));
    }

    /**
     * Stores what comes and gives its digest; for what may be larger than memory. It is on the disk when this
     * returns.
     */
    Digest put(InputStream stream) {
        MessageDigest hash = Digest.sha256();
        try {
            Path coming = coming();
            try {
                write(new DigestInputStream(stream, hash), coming);
                Digest digest = Digest.ofHash(hash.digest());
                arrive(coming, place(digest));
                return digest;
            } finally {
                Files.deleteIfExists(coming);
            }
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

    /** All that lies here, and what was still coming when a node was killed; to be closed. */
    Stream<Path> files() {
        return Files.isDirectory(root) ? below(root) : Stream.empty();
    }

    /** A file that is removed meanwhile is no fault: nothing is asked of it but its name. */
    private static Stream<Path> below(Path folder) {
        try {
            return Files.list(folder).flatMap(each -> {
                String name = each.getFileName().toString();
                return FOLDER.matcher(name).matches()
                        ? below(each)
                        : Stream.of(each).filter(file -> FILE.matcher(name).matches());
            });
        } catch (IOException problem) {
            throw new UncheckedIOException("Cannot list the blobs in " + folder, problem);
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
        Path folder = root.resolve(COMING);
        Files.createDirectories(folder);
        return Files.createTempFile(folder, "blob", "");
    }

    private static void write(InputStream from, Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE);
                from) {
            from.transferTo(Channels.newOutputStream(channel));
            channel.force(true);
        }
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
