package org.mangrove.core.xapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mangrove.core.blobs.Digest;

class MultipartMixedTest {

    private static final MultipartMixed.Bounds BOUNDS = new MultipartMixed.Bounds(10, 1_000, 1_000_000);

    /** Whether all of it is in the buffer at once, and whatever the boundary begins with. */
    @ParameterizedTest
    @ValueSource(strings = {"a", "-------314159265358979323846", "=_part"})
    void parts_end_where_the_next_one_begins(String boundary) throws IOException {
        byte[] content = {(byte) 0xff, '\r', '\n', '-', '-', 0, '\r', '\n'};
        String sha2 = Digest.of(content).hex();
        String body = """
                --%1$s\r
                Content-Type: application/json\r
                \r
                {"a":1}\r
                --%1$s\r
                Content-Type: image/jpeg\r
                Content-Transfer-Encoding: binary\r
                X-Experience-API-Hash: %2$s\r
                \r
                %3$s\r
                --%1$s--\r
                """.formatted(boundary, sha2, new String(content, StandardCharsets.ISO_8859_1));

        var read = MultipartMixed.open("multipart/mixed; boundary=\"" + boundary + "\"", stream(body), BOUNDS);

        assertThat(read.statements()).hasBinaryContent("{\"a\":1}".getBytes(StandardCharsets.US_ASCII));
        assertThat(read.next()).hasValueSatisfying(part -> {
            assertThat(part.sha2()).isEqualTo(sha2);
            assertThat(part.content()).hasBinaryContent(content);
        });
        assertThat(read.next()).isEmpty();
    }

    private static InputStream stream(String bytes) {
        return new ByteArrayInputStream(bytes.getBytes(StandardCharsets.ISO_8859_1));
    }
}
