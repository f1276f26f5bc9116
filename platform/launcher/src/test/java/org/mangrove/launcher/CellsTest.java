package org.mangrove.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CellsTest {

    @TempDir
    Path folder;

    @Test
    void reads_the_cells_in_their_order() throws IOException {
        write("core:\n  zone: eu\ncells:\n  sa:\n    zone: sa\n  eu:\n    zone: eu\n");

        assertThat(Cells.readFrom(folder)).containsExactly("sa", "eu");
    }

    @Test
    void tells_where_a_file_is_not_well_formed() throws IOException {
        write("cells:\n  eu: ]\n");

        assertThatExceptionOfType(Trouble.class)
                .isThrownBy(() -> Cells.readFrom(folder))
                .withMessageContaining("cells.yaml:2: ");
    }

    @Test
    void refuses_a_name_that_could_not_name_a_schema() throws IOException {
        write("cells:\n  \"eu; drop\":\n    zone: eu\n");

        assertThatExceptionOfType(Trouble.class)
                .isThrownBy(() -> Cells.readFrom(folder))
                .withMessageContaining("cells.yaml:2: ")
                .withMessageContaining("eu; drop");
    }

    @Test
    void tells_where_cells_are_missing() throws IOException {
        write("core:\n  zone: eu\ncells: {}\n");

        assertThatExceptionOfType(Trouble.class)
                .isThrownBy(() -> Cells.readFrom(folder))
                .withMessageContaining("cells.yaml:3: ")
                .withMessageContaining("such as \"eu:\"");
    }

    @Test
    void says_what_to_do_without_a_file() {
        assertThatExceptionOfType(Trouble.class)
                .isThrownBy(() -> Cells.readFrom(folder))
                .withMessageContaining("restore it");
    }

    private void write(String text) throws IOException {
        Files.writeString(folder.resolve("cells.yaml"), text);
    }
}
