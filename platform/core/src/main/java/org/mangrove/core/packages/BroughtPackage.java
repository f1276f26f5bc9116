package org.mangrove.core.packages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.sdk.Message;

/**
 * A package that is being brought in: measured and looked through before anything of it is kept.
 *
 * @param language in which it is, as its bringer says
 */
public record BroughtPackage(String fileName, String language, InputStream content) {

    /** The largest, in megabytes. */
    public static final int MOST_MEGABYTES = 200;

    private static final long MOST_BYTES = MOST_MEGABYTES * 1024L * 1024;
    private static final int LONGEST_NAME = 200;
    private static final int BUFFER = 64 * 1024;

    /** @param keep puts what comes into a store of blobs */
    PackageFile take(Function<InputStream, Digest> keep) {
        try {
            Path file = Files.createTempFile("mangrove-package", ".zip");
            try {
                long bytes = write(file);
                PackageArchive.Found found = PackageArchive.look(file);
                try (InputStream stream = Files.newInputStream(file)) {
                    return new PackageFile(
                            keep.apply(stream),
                            shortName(),
                            language,
                            found.title(),
                            found.standard(),
                            found.entry(),
                            bytes);
                }
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException problem) {
            throw new UncheckedIOException("A package cannot be kept", problem);
        }
    }

    private long write(Path file) throws IOException {
        long bytes = 0;
        var buffer = new byte[BUFFER];
        try (var out = Files.newOutputStream(file)) {
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                bytes += read;
                if (bytes > MOST_BYTES) {
                    throw new Refusal.Invalid(
                            "file", Message.of("packages.file.too-big").with("limit", MOST_MEGABYTES));
                }
                out.write(buffer, 0, read);
            }
        }
        if (bytes == 0) {
            throw PackageArchive.refused("missing");
        }
        return bytes;
    }

    /** Whatever folder its bringer's machine has put before it. */
    private String shortName() {
        String name = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }
}
