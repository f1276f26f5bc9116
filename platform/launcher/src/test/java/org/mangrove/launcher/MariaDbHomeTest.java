package org.mangrove.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MariaDbHomeTest {

    private static final Path OTHER_USER = Path.of("/usr/bin/setpriv");

    @TempDir
    Path folder;

    @Test
    void an_ordinary_user_is_not_taken_for_root_though_the_link_to_the_process_is_roots() throws Exception {
        assumeTrue(MariaDbHome.isRoot() && Files.isExecutable(OTHER_USER), "only root can become somebody else");
        Process process = new ProcessBuilder(
                        OTHER_USER.toString(), "--reuid=65534", "--clear-groups", "sh", "-c", "echo up; exec sleep 60")
                .start();
        try {
            assertThat(process.inputReader().readLine()).isEqualTo("up");
            Path link = Files.createSymbolicLink(folder.resolve("self"), Path.of("/proc/" + process.pid()));

            assertThat(MariaDbHome.isRoot(link)).isFalse();
            // While the process still lives: a link to one that is just ending cannot be cleared away.
            Files.delete(link);
        } finally {
            process.destroyForcibly().waitFor();
        }
    }
}
