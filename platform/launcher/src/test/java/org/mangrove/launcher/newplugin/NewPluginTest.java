package org.mangrove.launcher.newplugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mangrove.launcher.Trouble;

/** What is written is the beginning of a plugin, and part of the build. */
class NewPluginTest {

    @TempDir
    Path project;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @BeforeEach
    void setUp() throws IOException {
        Files.createDirectories(project.resolve("plugins"));
        Files.writeString(project.resolve("plugins/pom.xml"), """
                <modules>
                        <module>de-arbeitsschutz</module>
                        <module>sa-pdpl-consent</module>
                </modules>
                """);
    }

    @Test
    void writes_a_plugin_with_nothing_left_to_fill_in_by_the_generator() throws IOException {
        run("ke-workplace-safety");

        Path folder = project.resolve("plugins/ke-workplace-safety");
        assertThat(folder.resolve("src/main/java/org/mangrove/plugins/ke/workplace/safety/Policy.java"))
                .content()
                .contains("package org.mangrove.plugins.ke.workplace.safety;", "ke-workplace-safety.waits-for-consent");
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile))
                    .hasSize(15)
                    .allSatisfy(file -> assertThat(file).content().doesNotContain("@id@", "@package@"));
        }
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("mvn -pl plugins/ke-workplace-safety");
    }

    @Test
    void adds_it_to_the_build_in_order() {
        run("ke-workplace-safety");

        assertThat(project.resolve("plugins/pom.xml"))
                .content()
                .containsSubsequence(
                        "<module>de-arbeitsschutz</module>",
                        "<module>ke-workplace-safety</module>",
                        "<module>sa-pdpl-consent</module>",
                        "</modules>");
    }

    @Test
    void does_not_write_over_a_plugin() {
        run("ke-workplace-safety");

        assertThatExceptionOfType(Trouble.class)
                .isThrownBy(() -> run("ke-workplace-safety"))
                .withMessageContaining("already there");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Kenya", "ke_safety", "safety", "../ke-safety", "ke-", ""})
    void says_what_an_id_looks_like(String id) {
        assertThatExceptionOfType(Trouble.class).isThrownBy(() -> run(id)).withMessageContaining("ke-workplace-safety");
    }

    private void run(String id) {
        NewPlugin.run(project, List.of(id), new PrintStream(said, true, StandardCharsets.UTF_8));
    }
}
