package org.mangrove.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir
    Path folder;

    @Test
    void keeps_what_it_has_drawn_and_draws_something_else_for_another_name() {
        Path file = folder.resolve("secrets.properties");
        String drawn = new Secrets(file).of("database.core");

        assertThat(new Secrets(file).of("database.core")).isEqualTo(drawn).matches("[a-zA-Z0-9]{32}");
        assertThat(new Secrets(file).of("database.root")).isNotEqualTo(drawn);
    }

    @Test
    void is_readable_by_its_owner_only() throws IOException {
        Path file = folder.resolve("secrets.properties");

        new Secrets(file).of("database.core");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }
}
