package org.mangrove.core.provisioning.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.sdk.Message;

/** A {@code tenants-config} folder that came as a ZIP archive, unpacked for as long as it is read. */
final class ConfigArchive implements AutoCloseable {

    private static final int MOST_FILES = 2_000;
    private static final int LARGEST_FILE = 1_000_000;

    private final Path folder;

    ConfigArchive(byte[] zip) {
        try {
            this.folder = Files.createTempDirectory("tenants-config");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            unpack(zip);
        } catch (IOException broken) {
            close();
            throw refused();
        } catch (RuntimeException refused) {
            close();
            throw refused;
        }
    }

    Path folder() {
        return folder;
    }

    private void unpack(byte[] zip) throws IOException {
        int files = 0;
        try (var entries = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                Path target = folder.resolve(entry.getName()).normalize();
                if (!target.startsWith(folder) || ++files > MOST_FILES) {
                    throw refused();
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                    continue;
                }
                byte[] content = entries.readNBytes(LARGEST_FILE + 1);
                if (content.length > LARGEST_FILE) {
                    throw refused();
                }
                Files.createDirectories(target.getParent());
                Files.write(target, content);
            }
        }
        if (files == 0) {
            throw refused();
        }
    }

    private static Refusal.Invalid refused() {
        return new Refusal.Invalid(Message.of("provisioning.archive.is-broken"));
    }

    @Override
    public void close() {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
