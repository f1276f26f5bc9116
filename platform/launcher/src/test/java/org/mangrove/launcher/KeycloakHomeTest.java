package org.mangrove.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeycloakHomeTest {

    @TempDir
    Path folder;

    @Test
    void a_state_reads_its_links_and_classes_come_from_where_they_are() throws IOException {
        Path distribution = Files.createDirectories(folder.resolve("distribution"));
        Path jar = Files.createDirectories(distribution.resolve("lib")).resolve("quarkus-run.jar");
        Files.createFile(jar);
        Files.createDirectories(distribution.resolve("conf"));
        Files.createDirectories(distribution.resolve("providers"));
        Path themes = Files.createDirectories(folder.resolve("themes"));

        Path seen = KeycloakHome.seenFrom(folder.resolve("state"), distribution, themes);

        assertThat(KeycloakHome.command(seen, List.of(), List.of("start")))
                .contains("-Dkc.home.dir=" + seen)
                .containsSubsequence("-cp", jar.toRealPath().toString());
    }
}
