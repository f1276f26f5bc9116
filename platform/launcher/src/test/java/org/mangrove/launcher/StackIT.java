package org.mangrove.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real processes from start to stop, with a web application that has one page. */
class StackIT {

    @TempDir
    Path folder;

    @Test
    void starts_serves_survives_a_kill_and_leaves_no_process_behind() throws Exception {
        Path war = onePage();
        Path state = folder.resolve("state");
        List<ProcessHandle> processes;
        try (Stack stack = Stack.at(state)
                .ports(Ports.free())
                .cells(List.of("eu"))
                .war(war)
                .start()) {
            processes = recorded(state);
            assertThat(processes).hasSize(3).allMatch(ProcessHandle::isAlive);
            assertThat(page(stack)).contains("one page");
            assertThat(stack.keycloak().operatorToken()).isNotBlank();

            assertThatExceptionOfType(Trouble.class)
                    .isThrownBy(
                            () -> Stack.at(state).ports(Ports.free()).war(war).start())
                    .withMessageContaining("Another Mangrove");

            stack.node().kill();
            assertThat(stack.node().isAlive()).isFalse();
            stack.node().restart();
            assertThat(page(stack)).contains("one page");
            processes =
                    Stream.concat(processes.stream(), recorded(state).stream()).toList();
        }
        assertThat(processes).noneMatch(ProcessHandle::isAlive);
        assertThat(state.resolve("processes")).isEmptyDirectory();
    }

    @Test
    void stops_what_it_had_started_when_a_later_part_cannot_start() throws IOException {
        Path state = folder.resolve("state");

        assertThatExceptionOfType(Trouble.class)
                .isThrownBy(() -> Stack.at(state)
                        .ports(Ports.free())
                        .cells(List.of("eu"))
                        .war(folder.resolve("missing.war"))
                        .start())
                .withMessageContaining("missing.war");

        assertThat(state.resolve("processes")).isEmptyDirectory();
    }

    @ParameterizedTest
    @CsvSource({"Keycloak on, database", "Server on, keycloak"})
    void a_part_that_dies_while_the_next_one_starts_ends_the_start_at_once_and_is_named(String step, String part)
            throws Exception {
        Path state = folder.resolve("state");
        var others = new ArrayList<ProcessHandle>();

        assertThatExceptionOfType(Trouble.class)
                .isThrownBy(() -> Stack.at(state)
                        .ports(Ports.free())
                        .cells(List.of("eu"))
                        .war(onePage())
                        .progress(when(step, () -> {
                            others.addAll(recorded(state));
                            kill(state, part);
                        }))
                        .start())
                .withMessageContaining("The part \"%s\" ended by itself", part)
                .withMessageContaining("start again")
                .withMessageContaining("logs/" + part + ".log");

        assertThat(others).isNotEmpty().noneMatch(ProcessHandle::isAlive);
        assertThat(state.resolve("processes")).isEmptyDirectory();
        assertThat(Thread.interrupted()).as("no interrupt is left behind").isFalse();
    }

    @Test
    void a_start_that_is_stopped_while_the_database_is_laid_out_leaves_nothing_of_it_running() {
        Path state = folder.resolve("state");
        Thread starter = Thread.currentThread();

        assertThatExceptionOfType(Trouble.class)
                .isThrownBy(() -> Stack.at(state)
                        .ports(Ports.free())
                        .cells(List.of("eu"))
                        .progress(when("Laying out an empty database", starter::interrupt))
                        .start());

        assertThat(Thread.interrupted()).isTrue();
        assertThat(state.resolve("processes")).isEmptyDirectory();
        assertThat(ProcessHandle.current().descendants().flatMap(each -> each.info().command().stream()))
                .noneMatch(command -> command.contains("mariadb"));
    }

    @Test
    void a_part_that_dies_later_is_noticed_and_named() throws Exception {
        Path state = folder.resolve("state");
        try (Stack stack = Stack.at(state)
                .ports(Ports.free())
                .cells(List.of("eu"))
                .war(onePage())
                .start()) {
            var fall = new Fall(stack);

            kill(state, "keycloak");

            assertThatExceptionOfType(Trouble.class)
                    .isThrownBy(fall::await)
                    .withMessageContaining("The part \"keycloak\" ended by itself with exit code 137");
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    private interface Deed {
        void run() throws Exception;
    }

    /** Does something when a step begins. */
    private static Progress when(String step, Deed deed) {
        return new Progress() {
            @Override
            public void began(String begun) {
                if (begun.startsWith(step)) {
                    try {
                        deed.run();
                    } catch (Exception failed) {
                        throw new AssertionError(failed);
                    }
                }
            }

            @Override
            public void ended(String ended, Duration took) {}
        };
    }

    /** As the system would, without the launcher's knowledge. */
    private static void kill(Path state, String part) throws IOException {
        ProcessRecord.findIn(state.resolve("processes").resolve(part + ".pid"))
                .flatMap(ProcessRecord::findAlive)
                .orElseThrow()
                .destroyForcibly();
    }

    private static String page(Stack stack) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(stack.node().url()).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }

    private static List<ProcessHandle> recorded(Path state) throws IOException {
        try (Stream<Path> files = Files.list(state.resolve("processes"))) {
            return files.map(ProcessRecord::findIn)
                    .flatMap(record -> record.flatMap(ProcessRecord::findAlive).stream())
                    .toList();
        }
    }

    private Path onePage() throws IOException {
        Path content = Files.createDirectories(folder.resolve("content"));
        Files.writeString(content.resolve("index.html"), "<p>one page</p>");
        return Files.write(folder.resolve("ROOT.war"), Zip.of(content));
    }
}
