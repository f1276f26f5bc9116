package org.mangrove.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZipTest {

    @TempDir
    Path folder;

    @Test
    void gives_the_same_bytes_for_the_same_files_whenever_they_were_written() throws IOException {
        Path file = file("acme/acme-de.yaml", "cell: eu");
        byte[] first = Zip.of(folder);

        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000_000_000L));

        assertThat(Zip.of(folder)).isEqualTo(first);
    }

    @Test
    void gives_other_bytes_for_another_content() throws IOException {
        file("cells.yaml", "a");
        byte[] first = Zip.of(folder);

        file("cells.yaml", "b");

        assertThat(Zip.digest(Zip.of(folder))).isNotEqualTo(Zip.digest(first));
    }

    @Test
    void takes_what_systems_hide_for_no_file_of_ours() {
        file("a/b.txt", "words");
        file("a/.hidden", "more words");

        assertThat(Zip.filesIn(folder)).containsOnlyKeys("a/b.txt");
    }

    @Test
    void unpacks_what_it_packed() throws IOException {
        file("source/a/b.txt", "words");
        Path archive = folder.resolve("all.zip");
        Files.write(archive, Zip.of(folder.resolve("source")));

        Trees.unpack(archive, "a/", folder.resolve("target"));

        assertThat(folder.resolve("target/b.txt")).hasContent("words");
    }

    @Test
    void refuses_an_archive_that_would_write_outside() throws IOException {
        Path archive = folder.resolve("evil.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            zip.putNextEntry(new ZipEntry("../outside.txt"));
        }

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> Trees.unpack(archive, "", folder.resolve("target")))
                .withMessageContaining("outside");
        assertThat(folder.resolve("outside.txt")).doesNotExist();
    }

    private Path file(String name, String content) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            return Files.writeString(file, content);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
