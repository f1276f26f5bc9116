package org.mangrove.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.mangrove.launcher.Distribution;

/** A copy of {@code tenants-config} that a test may change. */
final class CopiedConfig {

    private final Path folder;

    private CopiedConfig(Path folder) {
        this.folder = folder;
    }

    static CopiedConfig below(Path parent) throws IOException {
        Path from = Distribution.found().tenantsConfig();
        Path to = Files.createTempDirectory(parent, "tenants-config");
        try (Stream<Path> all = Files.walk(from)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        return new CopiedConfig(to);
    }

    String path() {
        return folder.toString();
    }

    CopiedConfig with(String file, UnaryOperator<String> change) throws IOException {
        Path path = folder.resolve(file);
        String before = Files.readString(path);
        String after = change.apply(before);
        assertThat(after).as("%s is changed", file).isNotEqualTo(before);
        Files.writeString(path, after);
        return this;
    }

    /** Changes every file of an enterprise or a tenant. */
    CopiedConfig withEach(UnaryOperator<String> change) throws IOException {
        try (Stream<Path> all = Files.walk(folder, 2)) {
            List<Path> files = all.filter(file -> file.toString().endsWith(".yaml"))
                    .filter(file -> !file.getParent().equals(folder))
                    .toList();
            for (Path file : files) {
                with(folder.relativize(file).toString(), change);
            }
        }
        return this;
    }

    /** On which line of a file something stands. */
    int lineOf(String file, String words) throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve(file));
        for (int line = 0; line < lines.size(); line++) {
            if (lines.get(line).contains(words)) {
                return line + 1;
            }
        }
        throw new AssertionError(words + " is not in " + file);
    }
}
