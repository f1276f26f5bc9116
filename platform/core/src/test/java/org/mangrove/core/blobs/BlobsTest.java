package org.mangrove.core.blobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mangrove.core.database.Configuration;
import org.mangrove.sdk.TenantId;

class BlobsTest {

    private static final byte[] HELLO = "hello".getBytes(StandardCharsets.UTF_8);

    private static final TenantId BERLIN = new TenantId(1);
    private static final TenantId OSAKA = new TenantId(2);

    @TempDir
    Path folder;

    private final Blobs blobs = new Blobs();

    @BeforeEach
    void setUp() {
        blobs.configuration = new Configuration() {
            @Override
            public Path blobs() {
                return folder;
            }
        };
    }

    @Test
    void gives_back_what_was_put_under_its_digest() {
        Digest digest = blobs.put(HELLO);

        assertThat(digest.hex()).isEqualTo("2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824");
        assertThat(blobs.findBytes(digest)).hasValue(HELLO);
        assertThat(blobs.put(new ByteArrayInputStream(HELLO))).isEqualTo(digest);
    }

    @Test
    void does_not_hand_out_what_was_damaged() throws IOException {
        Digest digest = blobs.put(HELLO);
        try (var files = Files.walk(folder)) {
            Path file = files.filter(path -> path.endsWith(digest.hex()))
                    .findFirst()
                    .orElseThrow();
            Files.writeString(file, "hellO");
        }

        assertThatIllegalStateException().isThrownBy(() -> blobs.find(digest));
    }

    @Test
    void what_breaks_off_on_its_way_leaves_nothing_behind() throws IOException {
        var broken = new ByteArrayInputStream(HELLO) {
            @Override
            public int read(byte[] into, int from, int length) {
                throw new UncheckedIOException(new IOException("The line is cut"));
            }
        };

        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> blobs.put(broken));
        try (var files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    void whoever_searches_sees_what_was_still_coming_but_nothing_of_another_tenant() throws IOException {
        var own = new TenantBlobs();
        own.configuration = blobs.configuration;
        Digest everybodys = blobs.put(new byte[] {1});
        Digest berlins = own.put(BERLIN, HELLO);
        own.put(OSAKA, HELLO);
        Path coming = Files.writeString(folder.resolve("tenants/1/coming/blob4711"), "hel");

        try (var files = blobs.files()) {
            assertThat(files).extracting(file -> file.getFileName().toString()).containsExactly(everybodys.hex());
        }
        try (var files = own.files(BERLIN)) {
            assertThat(files)
                    .allMatch(file -> file.startsWith(folder.resolve("tenants/1")))
                    .extracting(file -> file.getFileName().toString())
                    .containsExactlyInAnyOrder(
                            berlins.hex(), coming.getFileName().toString());
        }
    }

    @Test
    void what_a_tenant_has_brought_as_a_package_is_not_among_what_its_people_have_handed_in() {
        var own = new TenantBlobs();
        own.configuration = blobs.configuration;
        var archives = new TenantArchives();
        archives.configuration = blobs.configuration;

        Digest brought = archives.put(BERLIN, new ByteArrayInputStream(HELLO));

        try (var files = own.files(BERLIN)) {
            assertThat(files).isEmpty();
        }
        own.remove(BERLIN, brought);
        assertThat(archives.find(BERLIN, brought)).isPresent();
        assertThat(archives.find(OSAKA, brought)).isEmpty();
    }

    @Test
    void says_what_is_missing() {
        Digest there = blobs.put(HELLO);
        Digest missing = Digest.of(new byte[] {1});

        assertThat(blobs.missing(Set.of(there, missing))).containsExactly(missing);
        assertThat(blobs.find(missing)).isEmpty();
    }

    @Test
    void knows_files_by_their_beginning() {
        assertThat(MediaType.PNG.fits(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13}))
                .isTrue();
        assertThat(MediaType.PNG.fits("<svg/>".getBytes(StandardCharsets.UTF_8)))
                .isFalse();
        assertThat(MediaType.SVG.fits("<html><svg>".getBytes(StandardCharsets.UTF_8)))
                .isFalse();
        assertThat(MediaType.ofFile("page.html")).isEmpty();
    }
}
