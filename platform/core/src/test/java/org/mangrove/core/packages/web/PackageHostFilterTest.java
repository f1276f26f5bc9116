package org.mangrove.core.packages.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mangrove.core.blobs.Blobs;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.packages.MarketPackages;
import org.mangrove.core.packages.PackageFile;
import org.mangrove.core.packages.Standard;

class PackageHostFilterTest {

    private static final String FILM = "0123456789".repeat(10_000);

    @TempDir
    Path folder;

    private Path file;
    private final Map<String, String> said = new TreeMap<>();
    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();

    @BeforeEach
    void setUp() throws IOException {
        file = folder.resolve("package.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("media/film.mp4"));
            zip.write(FILM.getBytes(StandardCharsets.US_ASCII));
            zip.closeEntry();
        }
    }

    @Test
    void a_film_is_given_in_parts() throws IOException {
        send("GET", "bytes=99995-");

        assertThat(said)
                .containsEntry("setStatus", "206")
                .containsEntry("Content-Range", "bytes 99995-99999/100000")
                .containsEntry("setContentLengthLong", "5")
                .containsEntry("setContentType", "video/mp4");
        assertThat(sent.toString(StandardCharsets.US_ASCII)).isEqualTo("56789");
    }

    @Test
    void who_asks_for_no_part_is_told_that_there_are_some() throws IOException {
        send("GET", "");

        assertThat(said)
                .containsEntry("setStatus", "200")
                .containsEntry("Accept-Ranges", "bytes")
                .containsEntry("setContentLengthLong", "100000")
                .doesNotContainKey("Content-Range");
        assertThat(sent.toString(StandardCharsets.US_ASCII)).isEqualTo(FILM);
    }

    @Test
    void a_part_that_is_not_there_is_told_so() throws IOException {
        send("GET", "bytes=100000-");

        assertThat(said).containsEntry("setStatus", "416").containsEntry("Content-Range", "bytes */100000");
        assertThat(sent.size()).isZero();
    }

    @Test
    void who_asks_for_the_head_is_told_of_all_of_it_and_sent_nothing() throws IOException {
        send("HEAD", "bytes=0-1");

        assertThat(said).containsEntry("setStatus", "200").containsEntry("setContentLengthLong", "100000");
        assertThat(sent.size()).isZero();
    }

    private void send(String method, String range) throws IOException {
        Digest digest = Digest.of(new byte[] {1});
        var archive = new MarketPackages.Archive(
                new PackageFile(digest, "package.zip", "de", "Film", Standard.SCORM_12, "media/film.mp4", 1),
                new Blobs.Blob(file, Files.size(file)));
        HttpServletRequest asked = standing(
                HttpServletRequest.class,
                (proxy, called, arguments) -> called.getName().equals("getMethod")
                        ? method
                        : arguments[0].equals("Range") && !range.isEmpty() ? range : null);
        HttpServletResponse response = standing(HttpServletResponse.class, (proxy, called, arguments) -> {
            if (called.getName().equals("getOutputStream")) {
                return new Sent();
            }
            String name = called.getName().equals("setHeader") ? arguments[0].toString() : called.getName();
            said.put(name, arguments[arguments.length - 1].toString());
            return null;
        });
        assertThat(PackageHostFilter.sendFile(archive, "media/film.mp4", asked, response))
                .isTrue();
    }

    private static <T> T standing(Class<T> type, InvocationHandler answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, answers));
    }

    private final class Sent extends ServletOutputStream {

        @Override
        public void write(int sign) {
            sent.write(sign);
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException();
        }
    }
}
