package org.mangrove.journeys;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * Every file below a folder, byte by byte; what is packed in those that were written since somebody came is unpacked, and
 * searched as well.
 */
final class SearchedFolder {

    private static final byte[] STREAM = "stream".getBytes(StandardCharsets.US_ASCII);

    private final Path folder;
    private final Instant since;
    private int files;

    SearchedFolder(Path folder, Instant since) {
        this.folder = folder;
        this.since = since;
    }

    /** How many files were read so far. */
    int files() {
        return files;
    }

    List<Find> search(Traces traces) {
        var found = new ArrayList<Find>();
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    if (attributes.isRegularFile()) {
                        String place = folder.relativize(file).toString().replace('\\', '/');
                        boolean isNew =
                                !attributes.lastModifiedTime().toInstant().isBefore(since);
                        in(file, isNew, traces).forEach(marker -> found.add(new Find(marker, "files", place)));
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException problem) throws IOException {
                    if (problem instanceof NoSuchFileException) {
                        return FileVisitResult.CONTINUE;
                    }
                    throw problem;
                }
            });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return found;
    }

    private Set<Marker> in(Path file, boolean isNew, Traces traces) throws IOException {
        try {
            if (isNew && Files.size(file) < Integer.MAX_VALUE) {
                Set<Marker> found = unpacked(Files.readAllBytes(file), traces);
                files++;
                return found;
            }
            try (InputStream bytes = Files.newInputStream(file)) {
                files++;
                return traces.in(bytes);
            }
        } catch (NoSuchFileException gone) {
            return Set.of();
        }
    }

    /** What is found in the bytes and in what is packed in them: zip, gzip, PDF. */
    static Set<Marker> unpacked(byte[] bytes, Traces traces) throws IOException {
        var found = new LinkedHashSet<>(traces.in(bytes));
        if (startsWith(bytes, 0x1f, 0x8b)) {
            try (var gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
                found.addAll(unpacked(gzip.readAllBytes(), traces));
            }
        } else if (startsWith(bytes, 'P', 'K', 3, 4)) {
            try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
                for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    found.addAll(traces.in(entry.getName().getBytes(StandardCharsets.UTF_8)));
                    found.addAll(unpacked(zip.readAllBytes(), traces));
                }
            }
        } else if (startsWith(bytes, '%', 'P', 'D', 'F')) {
            for (int at = indexOf(bytes, STREAM, 0); at >= 0; at = indexOf(bytes, STREAM, at + STREAM.length)) {
                found.addAll(traces.in(inflated(bytes, at + STREAM.length)));
            }
        }
        return found;
    }

    private static byte[] inflated(byte[] bytes, int afterWord) throws IOException {
        int start = afterWord;
        while (start < bytes.length && (bytes[start] == '\r' || bytes[start] == '\n')) {
            start++;
        }
        var plain = new ByteArrayOutputStream();
        try (var inflater = new InflaterInputStream(new ByteArrayInputStream(bytes, start, bytes.length - start))) {
            inflater.transferTo(plain);
        } catch (ZipException | EOFException notPacked) {
            return plain.toByteArray();
        }
        return plain.toByteArray();
    }

    private static boolean startsWith(byte[] bytes, int... magic) {
        if (bytes.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((bytes[i] & 0xff) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    private static int indexOf(byte[] bytes, byte[] word, int from) {
        for (int at = from; at <= bytes.length - word.length; at++) {
            int fits = 0;
            while (fits < word.length && bytes[at + fits] == word[fits]) {
                fits++;
            }
            if (fits == word.length) {
                return at;
            }
        }
        return -1;
    }
}
