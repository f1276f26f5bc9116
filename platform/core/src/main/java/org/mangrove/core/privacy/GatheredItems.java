package org.mangrove.core.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.mangrove.core.identity.PersonalData.PersonalDataSink;
import org.mangrove.core.tenancy.TenantProfile;

/**
 * What one holder tells, each kind in a file of its own until it can be put into the archive, since an archive takes one file
 * after the other. Encrypted like the archive itself, each under its own key.
 */
final class GatheredItems implements PersonalDataSink, AutoCloseable {

    private final ExportFiles files;
    private final TenantProfile tenant;
    private final UUID export;
    private final Map<String, Kind> kinds = new LinkedHashMap<>();
    private final List<Attached> attached = new ArrayList<>();
    private int numbered;

    GatheredItems(ExportFiles files, TenantProfile tenant, UUID export) {
        this.files = files;
        this.tenant = tenant;
        this.export = export;
    }

    /** Lines of one kind. */
    private static final class Kind {

        private final Path file;
        private final byte[] key;
        private final OutputStream out;
        private final Set<String> fields = new TreeSet<>();
        private long items;

        Kind(Path file, byte[] key, OutputStream out) {
            this.file = file;
            this.key = key;
            this.out = out;
        }
    }

    private record Attached(String name, Path file, byte[] key) {}

    /** What there is of one kind. */
    record Told(String kind, long items, Set<String> fields) {}

    @Override
    public void item(String kind, JsonNode item) throws IOException {
        Kind lines = kinds.get(kind);
        if (lines == null) {
            Path file = files.beside(tenant, export, numbered++);
            Files.createDirectories(file.getParent());
            byte[] key = files.key();
            lines = new Kind(file, key, files.writeTo(file, key));
            kinds.put(kind, lines);
        }
        lines.out.write((item + "\n").getBytes(StandardCharsets.UTF_8));
        item.fieldNames().forEachRemaining(lines.fields::add);
        lines.items++;
    }

    @Override
    public void file(String name, InputStream content) throws IOException {
        Path file = files.beside(tenant, export, numbered++);
        Files.createDirectories(file.getParent());
        byte[] key = files.key();
        try (OutputStream out = files.writeTo(file, key)) {
            content.transferTo(out);
        }
        attached.add(new Attached(name, file, key));
    }

    List<Told> told() {
        return kinds.entrySet().stream()
                .map(kind -> new Told(kind.getKey(), kind.getValue().items, Set.copyOf(kind.getValue().fields)))
                .toList();
    }

    List<String> fileNames() {
        return attached.stream().map(Attached::name).toList();
    }

    /** @param kind one of those that were told */
    void copy(String kind, OutputStream to) throws IOException {
        Kind lines = kinds.get(kind);
        if (lines != null) {
            lines.out.close();
            try (InputStream in = files.readFrom(lines.file, lines.key)) {
                in.transferTo(to);
            }
        }
    }

    void copyFile(int number, OutputStream to) throws IOException {
        Attached one = attached.get(number);
        try (InputStream in = files.readFrom(one.file(), one.key())) {
            in.transferTo(to);
        }
    }

    @Override
    public void close() throws IOException {
        for (Kind kind : kinds.values()) {
            kind.out.close();
            Files.deleteIfExists(kind.file);
        }
        for (Attached one : attached) {
            Files.deleteIfExists(one.file());
        }
    }
}
