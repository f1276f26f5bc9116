package org.mangrove.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code mangrove} in a folder of its own, with programs in its path that behave as the test wants. */
@DisabledOnOs(OS.WINDOWS)
class MangroveScriptTest {

    private static final Path PROJECT = Distribution.found().project();
    private static final List<String> ORDINARY = List.of(
            "bash",
            "cat",
            "cksum",
            "cp",
            "dirname",
            "find",
            "grep",
            "head",
            "id",
            "mkdir",
            "readlink",
            "rm",
            "sleep",
            "sort",
            "tr",
            "xargs");

    @TempDir
    Path folder;

    private Path home;
    private Path programs;
    private Path told;

    @BeforeEach
    void setUp() throws IOException {
        home = Files.createDirectories(folder.resolve("a house"));
        programs = Files.createDirectories(folder.resolve("programs"));
        told = folder.resolve("told");
        Files.copy(PROJECT.resolve("mangrove"), home.resolve("mangrove"));
        Files.writeString(home.resolve("pom.xml"), "<project/>");
        for (String part : List.of(".mvn", "i18n", "platform", "plugins")) {
            Files.createDirectories(home.resolve(part));
        }
        Path report = Path.of("platform/launcher/src/main/java/org/mangrove/launcher/TestReport.java");
        Files.createDirectories(home.resolve(report).getParent());
        Files.copy(PROJECT.resolve(report), home.resolve(report));
        for (String program : ORDINARY) {
            program(program, "exec %s \"$@\"".formatted(found(program)));
        }
    }

    /** How it ended, and what it said. */
    private record Ended(int code, String words) {}

    @Test
    void without_a_jdk_says_which_one_is_needed_and_which_java_there_is() throws Exception {
        Path script = home.resolve("mangrove");
        Files.writeString(script, Files.readString(script).replace("JDK=25", "JDK=99"));
        program("java", "echo 'openjdk version \"17.0.9\" 2023-10-17' >&2");
        program("mvn", "exit 0");

        Ended ended = mangrove("run");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.words().strip())
                .hasLineCount(1)
                .contains("needs a JDK 99", "only openjdk version \"17.0.9\"", "install one", "set JAVA_HOME");
    }

    @Test
    void finds_the_jdk_though_the_java_on_the_path_is_older() throws Exception {
        program("java", "echo 'openjdk version \"17.0.9\" 2023-10-17' >&2");
        program("mvn", "\"$JAVA_HOME/bin/java\" -version 2> '%s'; exit 1".formatted(told));

        mangrove("run");

        assertThat(told).content().contains("version \"25");
    }

    @Test
    void without_maven_says_so() throws Exception {
        Ended ended = mangrove("run");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.words().strip()).hasLineCount(1).contains("Maven", "apt-get install maven");
        assertThat(home.resolve(".mangrove/build.lock")).doesNotExist();
    }

    @Test
    void a_build_that_fails_shows_its_first_errors_and_where_the_rest_is() throws Exception {
        program("mvn", "echo '[INFO] so far so good'; echo '[ERROR] Broken.java:[3,1] something is missing'; exit 1");

        Ended ended = mangrove("run");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.words())
                .contains(
                        "Broken.java:[3,1]",
                        "The build failed",
                        home.resolve(".mangrove/build.log").toString())
                .doesNotContain("so far so good");
        assertThat(home.resolve(".mangrove/build.lock")).doesNotExist();
    }

    @Test
    void a_build_that_fills_the_disk_says_that_the_disk_is_full() throws Exception {
        program("mvn", "echo '[ERROR] target/x.jar: No space left on device'; exit 1");

        Ended ended = mangrove("run");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.words()).endsWith("The disk is full: make room, then start again.\n");
    }

    @Test
    void a_disk_that_is_full_before_the_build_is_told_and_not_waited_for() throws Exception {
        program("mvn", "exit 0");
        Files.delete(programs.resolve("mkdir"));
        program("mkdir", "echo \"mkdir: cannot create directory '$2': No space left on device\" >&2; exit 1");

        Ended ended = mangrove("run");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.words().strip()).hasLineCount(1).contains("The disk is full", "make room");
    }

    @Test
    void a_lock_that_was_left_over_holds_nobody_up() throws Exception {
        program("mvn", "exit 1");
        Files.createDirectories(home.resolve(".mangrove/build.lock"));

        assertThat(mangrove("run").words()).contains("Waiting for another build", "The build failed");
    }

    @Test
    void the_options_of_test_reach_maven_together() throws Exception {
        program("mvn", "printf '%%s ' \"$@\" > '%s'".formatted(told));

        Ended ended = mangrove("test", "--without-browser", "--long");

        assertThat(told).content().contains("-DwithoutBrowser=true", "-Dlong=true", "verify");
        assertThat(ended.words()).contains("left out (--without-browser)");
    }

    @Test
    void an_option_that_test_does_not_have_is_named() throws Exception {
        Ended ended = mangrove("test", "--fast");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.words().strip()).hasLineCount(1).contains("--fast", "--long");
    }

    private Ended mangrove(String... words) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(home.resolve("mangrove").toString()));
        command.addAll(List.of(words));
        Path output = folder.resolve("output");
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Terminal.nothing()));
        builder.environment().clear();
        builder.environment().put("PATH", programs.toString());
        builder.environment().put("HOME", folder.toString());
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        boolean ended = process.waitFor(60, TimeUnit.SECONDS);
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        String said = Files.readString(output, StandardCharsets.UTF_8);
        assertThat(ended).as("It ends: %s", said).isTrue();
        return new Ended(process.exitValue(), said);
    }

    private void program(String name, String script) throws IOException {
        Path file = programs.resolve(name);
        Files.writeString(file, "#!/bin/bash\n" + script + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private static Path found(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(place -> Path.of(place, program))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }
}
