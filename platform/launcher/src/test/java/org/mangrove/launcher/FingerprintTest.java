package org.mangrove.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FingerprintTest {

    private static final String JDK = "jdk-25";

    @TempDir
    Path project;

    @BeforeEach
    void setUp() throws IOException {
        for (String folder : List.of(".mvn", "i18n", "platform/core/src/main", "plugins")) {
            Files.createDirectories(project.resolve(folder));
        }
        write("pom.xml", "<project/>");
        write("platform/core/src/main/One.java", "class One {}");
    }

    @Test
    void stays_while_nothing_changes() throws IOException {
        assertThat(now()).isEqualTo(now());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "platform/core/src/main/One.java",
                ".mvn/jvm.config",
                "i18n/en.properties",
                "platform/core/pom.xml",
                "plugins/pom.xml"
            })
    void changes_with_each_file_that_comes_changes_or_goes(String file) throws IOException {
        String before = now();
        write(file, "new");
        String changed = now();
        write(file, "newer");

        assertThat(changed).isNotEqualTo(before).isNotEqualTo(now());

        String there = now();
        Files.delete(project.resolve(file));
        assertThat(now()).isNotEqualTo(there);
    }

    @Test
    void changes_when_a_file_gets_another_name() throws IOException {
        String before = now();
        Path one = project.resolve("platform/core/src/main/One.java");
        Files.move(one, one.resolveSibling("Two.java"));

        assertThat(now()).isNotEqualTo(before);
    }

    @Test
    void changes_with_the_jdk() throws IOException {
        assertThat(Fingerprint.of(project, "jdk-26")).isNotEqualTo(now());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "platform/core/target/One.class",
                "platform/core/src/test/OneTest.java",
                "platform/core/node_modules/one.js",
                "docs/one.md"
            })
    void does_not_look_at_what_is_made_or_not_built(String file) throws IOException {
        String before = now();
        write(file, "new");

        assertThat(now()).isEqualTo(before);
    }

    private String now() throws IOException {
        return Fingerprint.of(project, JDK);
    }

    private void write(String file, String text) throws IOException {
        Path path = project.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
