package org.mangrove.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.mangrove.launcher.Distribution;
import org.mangrove.launcher.Zip;

/** The files of a folder or an archive, as a test has changed them; what they were read from stays as it is. */
final class EditedFolder {

    private final SequencedMap<String, byte[]> files;

    private EditedFolder(SequencedMap<String, byte[]> files) {
        this.files = files;
    }

    static EditedFolder of(Path folder) {
        return new EditedFolder(Zip.filesIn(folder));
    }

    /** The configuration that this stack was started with. */
    static EditedFolder ofTenantsConfig() {
        return of(Distribution.found().tenantsConfig());
    }

    static EditedFolder unpacked(byte[] archive) {
        var files = new LinkedHashMap<String, byte[]>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new EditedFolder(files);
    }

    /** With one file changed, and not as it was. */
    EditedFolder with(String file, UnaryOperator<String> change) {
        String before = text(file);
        String after = change.apply(before);
        assertThat(after).as("%s is changed", file).isNotEqualTo(before);
        return withFile(file, after);
    }

    /** As {@link #with}, for each file that is chosen. */
    EditedFolder withEach(Predicate<String> chosen, UnaryOperator<String> change) {
        List<String> names = files.keySet().stream().filter(chosen).toList();
        assertThat(names).as("files that are changed").isNotEmpty();
        EditedFolder edited = this;
        for (String name : names) {
            edited = edited.with(name, change);
        }
        return edited;
    }

    /** With this text in a file, whether there was one before or not. */
    EditedFolder withFile(String file, String text) {
        var edited = new LinkedHashMap<>(files);
        edited.put(file, text.getBytes(StandardCharsets.UTF_8));
        return new EditedFolder(edited);
    }

    EditedFolder without(String file) {
        var edited = new LinkedHashMap<>(files);
        assertThat(edited.remove(file)).as("%s is there", file).isNotNull();
        return new EditedFolder(edited);
    }

    String text(String file) {
        byte[] bytes = Optional.ofNullable(files.get(file))
                .orElseThrow(() -> new AssertionError("There is no " + file + " among " + files.keySet()));
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** On which line of a file something stands. */
    int lineOf(String file, String words) {
        List<String> lines = text(file).lines().toList();
        for (int line = 0; line < lines.size(); line++) {
            if (lines.get(line).contains(words)) {
                return line + 1;
            }
        }
        throw new AssertionError(words + " is not in " + file);
    }

    byte[] zipped() {
        return Zip.of(files);
    }

    /** Writes all of it below {@code folder}. */
    Path writtenTo(Path folder) {
        try {
            for (var file : files.entrySet()) {
                Path path = folder.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.write(path, file.getValue());
            }
            return folder;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
