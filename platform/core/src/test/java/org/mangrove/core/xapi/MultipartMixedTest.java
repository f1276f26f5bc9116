package org.mangrove.core.xapi;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.mangrove.core.xapi.SampleStatements.V2;
import static org.mangrove.core.xapi.SampleStatements.WHOLE;
import static org.mangrove.core.xapi.SampleStatements.bytes;
import static org.mangrove.core.xapi.SampleStatements.planned;
import static org.mangrove.core.xapi.SampleStatements.read;
import static org.mangrove.core.xapi.SampleStatements.small;
import static org.mangrove.core.xapi.SampleStatements.whole;
import static org.mangrove.core.xapi.SampleStatements.why;
import static org.mangrove.core.xapi.SampleStatements.without;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Statements and attachments in one body: what is written is read, however it comes in; what is wrong is refused. */
class MultipartMixedTest {

    private static final MultipartMixed.Bounds BOUNDS = new MultipartMixed.Bounds(10, 1_000, 1_000_000);
    private static final String BOUNDARY = "abcABC0123'()+_,-./:=?";
    private static final String TYPE = "multipart/mixed; boundary=\"%s\"".formatted(BOUNDARY);
    private static final byte[] CONTENT = {(byte) 0xff, '\r', '\n', '-', '-', 0, '\r', '\n'};

    /** Whether all of it is in the buffer at once, and whatever the boundary begins with. */
    @ParameterizedTest
    @ValueSource(strings = {"a", "-------314159265358979323846", "=_part", BOUNDARY})
    void parts_end_where_the_next_one_begins(String boundary) throws IOException {
        byte[] body = body("{\"a\":1}", CONTENT).replace(BOUNDARY, boundary).getBytes(ISO_8859_1);
        String type = "multipart/mixed; boundary=\"" + boundary + "\"";

        for (int pace : new int[] {1, 2, 3, 7, 64, 100_000}) {
            assertThat(parts(type, new Paced(body, pace), BOUNDS))
                    .containsExactly("{\"a\":1}", new String(CONTENT, ISO_8859_1));
        }
    }

    @Test
    void what_only_looks_like_a_boundary_belongs_to_the_part() throws IOException {
        byte[] content = "\r\n--%1$sx\r\n--%1$s x\r\n--%1$s\n--%1$s\r-\r\n-%1$s\r\n"
                .formatted(BOUNDARY)
                .getBytes(ISO_8859_1);

        for (int pace : new int[] {1, 5, 100_000}) {
            assertThat(parts(TYPE, new Paced(body("{}", content).getBytes(ISO_8859_1), pace), BOUNDS))
                    .containsExactly("{}", new String(content, ISO_8859_1));
        }
    }

    @Test
    void what_is_written_is_read() throws IOException {
        var random = new Random(20_260_504);
        var written = new ArrayList<byte[]>();
        var out = new ByteArrayOutputStream();
        var writer = new MultipartWriter(out);
        try (writer) {
            writer.statements().write("[]".getBytes(UTF_8));
            for (int size : new int[] {0, 1, 16_383, 16_384, 16_385, 100_000}) {
                var content = new byte[size];
                random.nextBytes(content);
                written.add(content);
                writer.attachment(sha256(content), "image/jpeg; name=\"ü\"").write(content);
            }
        }

        for (int pace : new int[] {97, 16_384, 1_000_000}) {
            var parts = MultipartMixed.open(writer.contentType(), new Paced(out.toByteArray(), pace), BOUNDS);
            assertThat(parts.statements()).hasContent("[]");
            for (byte[] content : written) {
                assertThat(parts.next()).hasValueSatisfying(part -> {
                    assertThat(part.content()).hasBinaryContent(content);
                    assertThat(part.contentType()).contains("image/jpeg; name=\"ü\"");
                });
            }
            assertThat(parts.next()).isEmpty();
            assertThat(parts.next()).isEmpty();
        }
    }

    @Test
    void parts_that_nobody_reads_are_passed_over() throws IOException {
        var parts = MultipartMixed.open(
                TYPE, new ByteArrayInputStream(body("[]", new byte[50_000]).getBytes(ISO_8859_1)), BOUNDS);

        parts.statements();

        assertThat(parts.next()).isPresent();
        assertThat(parts.next()).isEmpty();
    }

    @Test
    void what_stands_before_the_first_and_after_the_last_boundary_is_nothing() throws IOException {
        String body =
                "This is a message\r\n--of several parts\r\n" + body("[]", CONTENT) + "\r\n--" + BOUNDARY + "\r\n";

        assertThat(parts(TYPE, new ByteArrayInputStream(body.getBytes(ISO_8859_1)), BOUNDS))
                .hasSize(2);
    }

    @Test
    void a_part_that_has_no_empty_line_has_no_content() throws IOException {
        String body = body("[]", new byte[0]).replace("\r\n\r\n\r\n--", "\r\n\r\n--");

        assertThat(parts(TYPE, new ByteArrayInputStream(body.getBytes(ISO_8859_1)), BOUNDS))
                .containsExactly("[]", "");
    }

    @Test
    void a_part_needs_not_say_that_it_is_binary() throws IOException {
        String body = body("[]", CONTENT).replace("Content-Transfer-Encoding: binary\r\n", "");

        assertThat(parts(TYPE, new ByteArrayInputStream(body.getBytes(ISO_8859_1)), BOUNDS))
                .hasSize(2);
    }

    @TestFactory
    Stream<DynamicTest> refuses() {
        String right = body("[]", CONTENT);
        return Stream.of(
                        List.of(
                                "another encoding",
                                right.replace("binary", "base64"),
                                "multipart[1].Content-Transfer-Encoding xapi.multipart.encoding"),
                        List.of(
                                "no digest",
                                right.replace("X-Experience-API-Hash", "X-Hash"),
                                "multipart[1].X-Experience-API-Hash xapi.multipart.hash"),
                        List.of(
                                "a digest that is none",
                                right.replace("Hash: ", "Hash: x"),
                                "multipart[1].X-Experience-API-Hash xapi.multipart.hash"),
                        List.of(
                                "other content than announced",
                                right.replace("\r\n\r\n\u00ff", "\r\n\r\nx"),
                                "multipart[1] xapi.multipart.other-content"),
                        List.of(
                                "statements that are no JSON",
                                right.replace("application/json", "text/plain"),
                                "multipart[0].Content-Type xapi.multipart.statements-first"),
                        List.of(
                                "statements that do not say what they are",
                                right.replaceFirst("Content-Type", "Content"),
                                "multipart[0].Content-Type xapi.multipart.statements-first"),
                        List.of(
                                "no part at all",
                                "--" + BOUNDARY + "--",
                                "multipart[0].Content-Type xapi.multipart.statements-first"),
                        List.of(
                                "no last boundary",
                                right.substring(0, right.lastIndexOf("\r\n--")),
                                "multipart xapi.multipart.ends-early"),
                        List.of("no boundary", "[]", "multipart xapi.multipart.ends-early"),
                        List.of(
                                "lines that end in LF",
                                right.replace("\r\n", "\n"),
                                "multipart xapi.multipart.ends-early"),
                        List.of(
                                "a header without a colon",
                                right.replace("Hash: ", "Hash "),
                                "multipart[1] xapi.multipart.header"),
                        List.of(
                                "a header twice",
                                right.replace("X-Experience", "Content-type: a/b\r\nX-Experience"),
                                "multipart[1] xapi.multipart.header"),
                        List.of(
                                "a header on two lines",
                                right.replace("Hash: ", "Hash:\r\n "),
                                "multipart[1] xapi.multipart.header"),
                        List.of(
                                "headers without end",
                                right.replace("Hash: ", "Hash: " + "x".repeat(1_000)),
                                "multipart[1] xapi.limit.header-bytes"),
                        List.of(
                                "a part twice",
                                right.replace("--" + BOUNDARY + "--", right.substring(right.indexOf("[]") + 4)),
                                "multipart[2].X-Experience-API-Hash xapi.multipart.twice"))
                .map(trial -> DynamicTest.dynamicTest(trial.get(0), () -> {
                    for (int pace : new int[] {1, 100_000}) {
                        assertThat(answer(TYPE, new Paced(trial.get(1).getBytes(ISO_8859_1), pace), BOUNDS))
                                .isEqualTo(trial.get(2));
                    }
                }));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "multipart/mixed",
                "multipart/mixed;",
                "multipart/mixed; boundary=",
                "multipart/mixed; boundary=\"\"",
                "multipart/form-data; boundary=x",
                "application/json",
                "multipart/mixed; xboundary=x"
            })
    void refuses_a_content_type_without_a_boundary(String type) {
        assertThat(answer(type, InputStream.nullInputStream(), BOUNDS))
                .isEqualTo("Content-Type xapi.multipart.no-boundary");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "multipart/mixed; boundary=x",
                "Multipart/Mixed;Boundary=x",
                "multipart/mixed; charset=utf-8; boundary=x ; a=b",
                "multipart/mixed; boundary=\"x\""
            })
    void takes_a_boundary_wherever_it_stands(String type) throws IOException {
        String body = body("[]", CONTENT).replace(BOUNDARY, "x");

        assertThat(parts(type, new ByteArrayInputStream(body.getBytes(ISO_8859_1)), BOUNDS))
                .hasSize(2);
    }

    @Test
    void refuses_more_than_agreed() {
        byte[] body = body("[]", new byte[1_000]).getBytes(ISO_8859_1);

        assertThat(answer(TYPE, new ByteArrayInputStream(body), new MultipartMixed.Bounds(1, 1_000, 10_000)))
                .isEqualTo("multipart[1] xapi.limit.parts");
        assertThat(answer(TYPE, new ByteArrayInputStream(body), new MultipartMixed.Bounds(2, 1_000, 999)))
                .isEqualTo("multipart[1] xapi.limit.part-bytes");
        assertThat(answer(TYPE, new ByteArrayInputStream(body), new MultipartMixed.Bounds(2, 1_000, 1_000)))
                .isEmpty();
    }

    @Test
    void a_body_that_stops_anywhere_is_refused() {
        String whole = body(WHOLE, CONTENT);
        byte[] body = whole.substring(0, whole.length() - 4).getBytes(ISO_8859_1);

        for (int length = 0; length <= body.length; length++) {
            byte[] half = Arrays.copyOf(body, length);

            assertThat(answer(TYPE, new Paced(half, 1_000), BOUNDS))
                    .as("the first %d bytes", length)
                    .isNotEmpty();
        }
    }

    @Test
    void bodies_changed_at_random_are_taken_or_refused() {
        var random = new Random(20_260_504);
        byte[] right = body("[]", CONTENT).getBytes(ISO_8859_1);

        for (int round = 0; round < 10_000; round++) {
            byte[] body = right.clone();
            for (int changes = random.nextInt(5); changes >= 0; changes--) {
                body[random.nextInt(body.length)] = "\r\n-: abc\0".getBytes(UTF_8)[random.nextInt(9)];
            }
            assertThatCode(() -> answer(TYPE, new Paced(body, 50), BOUNDS)).doesNotThrowAnyException();
        }
    }

    @Test
    void a_statement_names_what_came_with_it_or_says_where_it_is() {
        String sha2 = whole().at("/attachments/0/sha2").textValue();
        XapiStatement elsewhere = read(whole());
        XapiStatement sent = read(without(whole(), "/attachments/0/fileUrl"));
        XapiStatement within = read(planned(without(whole(), "/attachments/0/fileUrl")));

        assertThat(why(() -> SentAttachments.mustBeThere(elsewhere, Set.of()))).isEmpty();
        assertThat(why(() -> SentAttachments.mustBeThere(sent, Set.of(sha2)))).isEmpty();
        assertThat(why(() -> SentAttachments.mustBeThere(sent, Set.of())))
                .isEqualTo("$.attachments[0] xapi.multipart.not-sent");
        assertThat(why(() -> SentAttachments.mustBeThere(within, Set.of())))
                .isEqualTo("$.object.attachments[0] xapi.multipart.not-sent");
    }

    @Test
    void no_part_comes_that_nobody_named() {
        assertThat(why(() -> SentAttachments.mustBeClaimed(Set.of("a", "b"), List.of("a"))))
                .isEmpty();
        assertThat(why(() -> SentAttachments.mustBeClaimed(Set.of("a"), List.of("a", "c"))))
                .isEqualTo("multipart[2].X-Experience-API-Hash xapi.multipart.nobody-claims");
    }

    @Test
    void places_tell_which_of_many_statements_lacks_its_attachment() throws IOException {
        byte[] two = ("[" + small() + "," + without(whole(), "/attachments/0/fileUrl") + "]").getBytes(UTF_8);
        var statements = new ArrayList<XapiStatement>();
        V2.read(new ByteArrayInputStream(two), statements::add);

        assertThat(why(() -> SentAttachments.mustBeThere(statements.getLast(), Set.of())))
                .isEqualTo("$[1].attachments[0] xapi.multipart.not-sent");
        assertThat(bytes(statements.getFirst().json())).isEqualTo(bytes(small()));
    }

    private static String body(String statements, byte[] content) {
        return """
                --%1$s\r
                Content-Type: application/json\r
                \r
                %2$s\r
                --%1$s  \r
                Content-Type: image/jpeg\r
                Content-Transfer-Encoding: binary\r
                X-Experience-API-Hash: %3$s\r
                \r
                %4$s\r
                --%1$s--\r
                """.formatted(BOUNDARY, statements, sha256(content), new String(content, ISO_8859_1));
    }

    private static List<String> parts(String type, InputStream body, MultipartMixed.Bounds bounds) throws IOException {
        var contents = new ArrayList<String>();
        var parts = MultipartMixed.open(type, body, bounds);
        contents.add(new String(parts.statements().readAllBytes(), ISO_8859_1));
        for (var part = parts.next(); part.isPresent(); part = parts.next()) {
            contents.add(new String(part.get().content().readAllBytes(), ISO_8859_1));
        }
        return contents;
    }

    private static String answer(String type, InputStream body, MultipartMixed.Bounds bounds) {
        return why(() -> {
            try {
                parts(type, body, bounds);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Gives no more than so many bytes at a time. */
    private static final class Paced extends ByteArrayInputStream {
        private final int pace;

        Paced(byte[] bytes, int pace) {
            super(bytes);
            this.pace = pace;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            return super.read(into, offset, Math.min(pace, length));
        }
    }
}
