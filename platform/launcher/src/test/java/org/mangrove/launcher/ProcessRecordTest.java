package org.mangrove.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessRecordTest {

    @TempDir
    Path folder;

    private Process process;

    @BeforeEach
    void setUp() throws IOException {
        process = new ProcessBuilder("sleep", "300").start();
    }

    @AfterEach
    void end() {
        process.destroyForcibly();
    }

    @Test
    void stops_a_process_that_an_earlier_launcher_left_behind() throws Exception {
        ProcessRecord.of(process.toHandle()).writeTo(folder, "database");

        assertThat(ProcessRecord.stopLeftOvers(folder)).containsExactly("database");

        assertThat(process.waitFor(5, TimeUnit.SECONDS)).isTrue();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void leaves_a_process_alone_that_has_the_number_of_one_long_gone() throws IOException {
        ProcessRecord now = ProcessRecord.of(process.toHandle());
        new ProcessRecord(now.pid(), now.began().minus(Duration.ofMinutes(1))).writeTo(folder, "database");

        assertThat(ProcessRecord.stopLeftOvers(folder)).isEmpty();

        assertThat(process.isAlive()).isTrue();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void takes_a_torn_record_for_none() throws IOException {
        Files.writeString(folder.resolve("node.pid"), "12");

        assertThat(ProcessRecord.stopLeftOvers(folder)).isEmpty();
    }
}
