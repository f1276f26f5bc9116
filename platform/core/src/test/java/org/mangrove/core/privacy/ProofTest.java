package org.mangrove.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mangrove.core.privacy.store.SearchRows.Trace;

class ProofTest {

    private static final List<Trace> LENA =
            List.of(Trace.of("email", "lena.brandt@acme-de.example"), Trace.of("name", "Şükran Yılmaz"));

    @TempDir
    Path folder;

    @Test
    void finds_what_is_cut_in_two_by_the_end_of_a_window() throws IOException {
        byte[] bytes = new byte[3 << 20];
        byte[] written = "LENA.Brandt@acme-de.example".getBytes(StandardCharsets.UTF_8);
        for (int place : new int[] {0, (1 << 20) - 5, (1 << 20) + 20, (2 << 20) + 3, bytes.length - written.length}) {
            byte[] there = bytes.clone();
            System.arraycopy(written, 0, there, place, written.length);

            assertThat(Proof.search(file(there), LENA))
                    .as("at %d", place)
                    .extracting(Outcome.Finding::what)
                    .containsExactly("email");
        }
    }

    @Test
    void finds_a_name_in_other_letters_as_it_is_written() throws IOException {
        assertThat(Proof.search(file("… Şükran Yılmaz …".getBytes(StandardCharsets.UTF_8)), LENA))
                .extracting(Outcome.Finding::what)
                .containsExactly("name");
    }

    @Test
    void finds_nothing_of_somebody_else() throws IOException {
        assertThat(Proof.search(file("emre.yilmaz@acme-de.example".getBytes(StandardCharsets.UTF_8)), LENA))
                .isEmpty();
        assertThat(Proof.search(file(new byte[0]), LENA)).isEmpty();
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("blob"), bytes);
    }
}
