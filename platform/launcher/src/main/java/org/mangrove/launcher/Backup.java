package org.mangrove.launcher;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Everything that a state must not lose, in one file: all schemas as they were at one moment, and then the files that their
 * rows name. It holds secrets and people's data, and only its owner may read it.
 */
final class Backup {

    private static final String ABOUT = "mangrove-backup.txt";
    private static final String SECRETS = "secrets.properties";
    private static final String DATABASE = "database.sql";

    private static final Pattern PLACES = Pattern.compile("(?:blobs|plugins)(?:-node-.*)?|applied|nodes");

    private Backup() {}

    /** What lies in a backup beside the database; blobs come after the rows that name them. */
    private static List<Path> kept(StateFolder state) throws IOException {
        return Stream.concat(
                        Stream.of(
                                state.blobs(),
                                state.plugins(),
                                state.applied(),
                                state.keycloakClientsMade(),
                                state.nodes()),
                        state.foldersOfNodes().stream())
                .toList();
    }

    /** There is no file until all of it is written. */
    static void write(StateFolder state, DatabaseClient database, Path file) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".draft");
        try {
            try (OutputStream out = PrivateFiles.create(draft);
                    var zip = new ZipOutputStream(out)) {
                List<String> schemas = database.schemas();
                add(zip, ABOUT, "Made %s of %s%n".formatted(Instant.now(), String.join(" ", schemas)));
                add(zip, SECRETS, Files.readString(state.secrets()));
                zip.putNextEntry(new ZipEntry(DATABASE));
                database.dump(schemas, zip);
                zip.closeEntry();
                for (Path part : kept(state)) {
                    addAll(zip, state.path(), part);
                }
            }
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** What is done with the database once the state has its secrets. */
    interface Loader {
        void load(InputStream dump);
    }

    /** Fills an empty state. */
    static void readInto(StateFolder state, Path file, Loader database) throws IOException {
        boolean complete = false;
        try (InputStream in = Files.newInputStream(file);
                var zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                switch (entry.getName()) {
                    case ABOUT -> {}
                    case SECRETS ->
                        PrivateFiles.write(state.secrets(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
                    case DATABASE -> {
                        database.load(new LeftOpen(zip));
                        complete = true;
                    }
                    default -> Files.copy(zip, place(state, entry), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
        if (!complete) {
            throw new Trouble("%s is no backup of Mangrove: ./mangrove backup FILE makes one.".formatted(file));
        }
    }

    /** The cells whose schemas are in it. */
    static List<String> cells(Path file) throws IOException {
        return about(file).stream()
                .flatMap(text -> Stream.of(text.split("\\s+")))
                .filter(word -> word.startsWith("mangrove_cell_"))
                .map(word -> word.substring("mangrove_cell_".length()))
                .toList();
    }

    private static Optional<String> about(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                var zip = new ZipInputStream(in)) {
            ZipEntry first = zip.getNextEntry();
            return first != null && first.getName().equals(ABOUT)
                    ? Optional.of(new String(zip.readAllBytes(), StandardCharsets.UTF_8))
                    : Optional.empty();
        }
    }

    private static Path place(StateFolder state, ZipEntry entry) throws IOException {
        Path place = state.path().resolve(entry.getName()).normalize();
        String top = state.path().relativize(place).getName(0).toString();
        boolean isKept = PLACES.matcher(top).matches() || place.equals(state.keycloakClientsMade());
        if (!place.startsWith(state.path()) || !isKept) {
            throw new IOException("The backup has an entry that belongs nowhere: " + entry.getName());
        }
        Files.createDirectories(place.getParent());
        return place;
    }

    private static void add(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static void addAll(ZipOutputStream zip, Path root, Path part) throws IOException {
        if (!Files.exists(part)) {
            return;
        }
        try (Stream<Path> all = Files.walk(part)) {
            for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                zip.putNextEntry(new ZipEntry(root.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, zip);
                zip.closeEntry();
            }
        }
    }

    /** A part of an archive, which must outlive whoever reads the part. */
    private static final class LeftOpen extends FilterInputStream {

        LeftOpen(InputStream archive) {
            super(archive);
        }

        @Override
        public void close() {}
    }
}
