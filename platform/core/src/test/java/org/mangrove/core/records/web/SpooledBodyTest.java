package org.mangrove.core.records.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SpooledBodyTest {

    private static final int MOST = 16 << 20;

    private final byte[] large = new byte[3 << 20];

    SpooledBodyTest() {
        new Random(1).nextBytes(large);
    }

    @Test
    void what_is_large_is_read_as_often_as_it_is_opened_and_its_file_has_no_name() throws IOException {
        List<Path> before = spooled();
        try (SpooledBody body = SpooledBody.read(new ByteArrayInputStream(large), large.length, MOST)) {
            assertThat(spooled()).isEqualTo(before);
            for (int time = 0; time < 2; time++) {
                try (InputStream all = body.open()) {
                    assertThat(all.readAllBytes()).isEqualTo(large);
                }
            }
            assertThat(body.bytes()).isEqualTo(large);
        }
        assertThat(spooled()).isEqualTo(before);
    }

    @Test
    void what_breaks_off_leaves_nothing_behind() throws IOException {
        List<Path> before = spooled();

        assertThatIOException()
                .isThrownBy(() -> SpooledBody.read(new ByteArrayInputStream(large), large.length + 1, MOST));

        assertThat(spooled()).isEqualTo(before);
    }

    private static List<Path> spooled() throws IOException {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("mangrove-xapi"))
                    .sorted()
                    .toList();
        }
    }
}
