package org.mangrove.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
