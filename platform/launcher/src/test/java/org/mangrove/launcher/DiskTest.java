package org.mangrove.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskTest {

    @TempDir
    Path folder;

    @Test
    void a_small_disk_is_told_before_a_start_and_a_full_one_while_it_is_waited_for() throws Exception {
        Path small = Files.createDirectories(folder.resolve("small"));
        assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", small.toString()) == 0, "no mounting here");
        try {
            Disk.mustNotBeFull(small);
            assertThatExceptionOfType(Trouble.class)
                    .isThrownBy(() -> Disk.mustHave(200, small))
                    .withMessageContainingAll(small.toString(), "needs 200 MB", "make room", "--state DIR");

            Files.write(small.resolve("much"), new byte[3 * 1024 * 1024 + 512 * 1024]);

            assertThatExceptionOfType(Trouble.class)
                    .isThrownBy(() -> Disk.mustNotBeFull(small))
                    .withMessageContainingAll(small.toString(), "is full", "make room");
        } finally {
            run("umount", small.toString());
        }
    }

    @Test
    void a_full_disk_is_recognised_by_what_others_say_of_it() {
        var cause = new IOException("state/x.jar: No space left on device");

        assertThat(Disk.asTrouble("copying", new IllegalStateException(cause)))
                .hasMessageContaining("The disk is full")
                .hasMessageContaining("copying");
        assertThat(Disk.asTrouble("copying", new IOException("Permission denied"))
                        .getMessage())
                .contains("copying")
                .doesNotContain("full");
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
