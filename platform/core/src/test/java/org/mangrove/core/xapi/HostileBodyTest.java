package org.mangrove.core.xapi;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mangrove.core.xapi.SampleStatements.SMALL;
import static org.mangrove.core.xapi.SampleStatements.V2;
import static org.mangrove.core.xapi.SampleStatements.WHOLE;
import static org.mangrove.core.xapi.SampleStatements.bytes;
import static org.mangrove.core.xapi.SampleStatements.small;
import static org.mangrove.core.xapi.SampleStatements.why;
import static org.mangrove.core.xapi.SampleStatements.with;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.mangrove.core.refusal.Refusal.Invalid;

/** Bodies that are wrong as JSON, or larger than anybody needs: each is refused at its place, none is built first. */
class HostileBodyTest {

    private static final Limits TIGHT = new Limits(6, 4_000, 10, 30, 308);

    @TestFactory
    Stream<DynamicTest> what_is_no_json_is_refused_where_it_stops_to_be() {
        return Stream.of(
                        List.of("an empty body", "", "$ xapi.json.ends-early"),
                        List.of("blanks alone", " \n\t ", "$ xapi.json.ends-early"),
                        List.of("a string", "\"x\"", "$ xapi.expected.statements"),
                        List.of("a number", "5", "$ xapi.expected.statements"),
                        List.of("null", "null", "$ xapi.expected.statements"),
                        List.of("a word", "hello", "$ xapi.json.malformed"),
                        List.of("single quotes", "{'actor':1}", "$ xapi.json.malformed"),
                        List.of("a comment", "{/**/}", "$ xapi.json.malformed"),
                        List.of("a comma too many", "{\"id\":1,}", "$.id xapi.json.malformed"),
                        List.of("not a number", "{\"id\":NaN}", "$.id xapi.json.malformed"),
                        List.of("a leading zero", "{\"id\":01}", "$.id xapi.json.malformed"),
                        List.of("a line break in a string", "{\"id\":\"a\nb\"}", "$.id xapi.json.malformed"),
                        List.of("an escape that is none", "{\"id\":\"\\x\"}", "$.id xapi.json.malformed"),
                        List.of("brackets that do not fit", "[{]", "$[0] xapi.json.malformed"),
                        List.of("an array of numbers", "[1]", "$[0] xapi.expected.object"),
                        List.of("an array in an array", "[[]]", "$[0] xapi.expected.object"),
                        List.of("more after a statement", SMALL + "{}", "$ xapi.json.more-after-the-end"),
                        List.of("more after an array", "[]]", "$ xapi.json.malformed"),
                        List.of("a name twice", "{\"id\":1,\"id\":1}", "$.id xapi.json.property-twice"),
                        List.of(
                                "a name twice below",
                                "[{},{\"verb\":{\"id\":{},\"id\":2}}]",
                                "$[0] xapi.property.missing"),
                        List.of(
                                "a name twice in an extension",
                                "{\"result\":{\"extensions\":{\"a:b\":{\"c\":1,\"c\":2}}}}",
                                "$.result.extensions['a:b'].c xapi.json.property-twice"),
                        List.of(
                                "a name twice, once in escapes",
                                "{\"id\":1,\"\\u0069d\":1}",
                                "$.id xapi.json.property-twice"),
                        List.of("half a character", "{\"id\":\"\\ud83d\"}", "$.id xapi.json.lone-surrogate"),
                        List.of("the other half", "{\"id\":\"\\ude00\"}", "$.id xapi.json.lone-surrogate"),
                        List.of(
                                "the halves in the wrong order",
                                "{\"id\":\"\\ude00\\ud83d\"}",
                                "$.id xapi.json.lone-surrogate"),
                        List.of("half a character in a name", "{\"\\ud83d\":1}", "$['�'] xapi.json.lone-surrogate"),
                        List.of("a NUL in an escape", "{\"id\":\"a\\u0000b\"}", "$.id xapi.json.nul"),
                        List.of("a NUL as it is", "{\"id\":\"a\0b\"}", "$.id xapi.json.not-utf-8"))
                .map(trial -> DynamicTest.dynamicTest(
                        trial.get(0),
                        () -> assertThat(answer(V2, trial.get(1).getBytes(UTF_8)))
                                .isEqualTo(trial.get(2))));
    }

    @TestFactory
    Stream<DynamicTest> bytes_that_are_no_utf_8_are_refused_where_they_stand() {
        return Stream.of(
                        List.of("a byte that continues nothing", "80"),
                        List.of("a byte that begins nothing", "ff"),
                        List.of("a character cut short", "c3"),
                        List.of("a NUL written too long", "c080"),
                        List.of("a slash written too long", "e080af"),
                        List.of("half a pair", "eda0bd"),
                        List.of("a pair of halves", "eda0bdedb880"),
                        List.of("a character beyond the last", "f4908080"),
                        List.of("Latin 1", "e96c"))
                .map(trial -> DynamicTest.dynamicTest(trial.get(0), () -> {
                    byte[] wrong = HexFormat.of().parseHex(trial.get(1));
                    byte[] body = together("{\"verb\":{\"id\":\"ä".getBytes(UTF_8), wrong, "\"}}".getBytes(UTF_8));

                    assertThat(answer(V2, body)).isEqualTo("$.verb.id xapi.json.not-utf-8");
                }));
    }

    @Test
    void another_encoding_is_refused() {
        assertThat(answer(V2, SMALL.getBytes(UTF_16LE))).isEqualTo("$ xapi.json.not-utf-8");
        assertThat(answer(V2, SMALL.getBytes(UTF_16))).isEqualTo("$ xapi.json.not-utf-8");
    }

    @Test
    void a_body_that_stops_anywhere_is_refused() {
        byte[] whole = ("[" + WHOLE + "," + SMALL.strip() + "]").getBytes(UTF_8);

        for (int length = 0; length < whole.length; length++) {
            byte[] half = Arrays.copyOf(whole, length);

            assertThat(catchThrowableOfType(Invalid.class, () -> V2.read(new ByteArrayInputStream(half), any -> {})))
                    .as("the first %d bytes", length)
                    .isNotNull();
        }
        assertThat(answer(V2, whole)).isEmpty();
    }

    @Test
    void what_cannot_be_read_is_no_fault_of_the_body() {
        var broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("The line is dead");
            }
        };

        assertThatThrownBy(() -> V2.read(broken, any -> {})).isInstanceOf(IOException.class);
    }

    @Test
    void nothing_is_nested_without_end() {
        var reader = new StatementReader(XapiVersion.V2_0_0, TIGHT);
        String deep = "{\"a\":".repeat(100_000);

        assertThat(answer(reader, deep.getBytes(UTF_8))).endsWith("xapi.limit.depth");
        assertThat(answer(reader, "[".repeat(100_000).getBytes(UTF_8))).isEqualTo("$[0] xapi.expected.object");
        assertThat(answer(V2, deep.getBytes(UTF_8))).endsWith("xapi.limit.depth");
    }

    @Test
    void a_statement_may_lie_as_deep_as_allowed_within_an_array_too() {
        var reader = new StatementReader(XapiVersion.V2_0_0, TIGHT);
        ObjectNode three = with(small(), "/result", "{\"extensions\":{\"a:b\":[[[1]]]}}");
        ObjectNode four = with(small(), "/result", "{\"extensions\":{\"a:b\":[[[[1]]]]}}");

        assertThat(answer(reader, bytes(three))).isEmpty();
        assertThat(answer(reader, ("[" + three + "]").getBytes(UTF_8))).isEmpty();
        assertThat(answer(reader, bytes(four))).endsWith("xapi.limit.depth");
        assertThat(answer(reader, ("[" + four + "]").getBytes(UTF_8))).endsWith("xapi.limit.depth");
    }

    @TestFactory
    Stream<DynamicTest> numbers_beyond_measure_are_refused_before_they_are_built() {
        return Stream.of(
                        "1e999999999",
                        "-1e999999999",
                        "1e-999999999",
                        "0e999999999",
                        "1e99999999999999999999",
                        "1E309",
                        "9".repeat(101),
                        "0." + "3".repeat(200),
                        "1" + "0".repeat(1_000_000))
                .map(number -> DynamicTest.dynamicTest(
                        number.length() > 30 ? number.substring(0, 30) + "…" : number,
                        () -> assertThat(answer(
                                        V2,
                                        SMALL.replaceFirst(
                                                        "}\\s*$",
                                                        ", \"result\": {\"extensions\": {\"a:b\": %s}}}"
                                                                .formatted(number))
                                                .getBytes(UTF_8)))
                                .isIn("$.result.extensions['a:b'] xapi.limit.number")));
    }

    @TestFactory
    Stream<DynamicTest> numbers_are_kept_as_they_were_written() {
        return Stream.of("0.1", "1.50", "123456789012345678901234567890", "1E+308", "0.30000000000000004", "-7", "1.0")
                .map(number -> DynamicTest.dynamicTest(number, () -> {
                    byte[] body = SMALL.replaceFirst(
                                    "}\\s*$", ", \"result\": {\"extensions\": {\"a:b\": %s}}}".formatted(number))
                            .getBytes(UTF_8);

                    var kept = V2.read(body).json().at("/result/extensions/a:b");

                    assertThat(kept.decimalValue()).isEqualTo(new BigDecimal(number));
                    assertThat(kept).hasToString(number);
                }));
    }

    @Test
    void a_statement_is_no_longer_than_allowed() {
        var reader = new StatementReader(XapiVersion.V2_0_0, TIGHT);
        String longName = "{\"id\":\"%s\"}".formatted("x".repeat(100_000));
        String manyNames = "{%s}"
                .formatted(String.join(
                        ",",
                        IntStream.range(0, 50_000)
                                .mapToObj("\"a%d\":1"::formatted)
                                .toList()));

        assertThat(answer(reader, longName.getBytes(UTF_8))).isEqualTo("$.id xapi.limit.statement-bytes");
        assertThat(answer(reader, manyNames.getBytes(UTF_8))).endsWith("xapi.limit.statement-bytes");
        assertThat(answer(reader, " ".repeat(100_000).getBytes(UTF_8))).isEqualTo("$ xapi.limit.statement-bytes");
    }

    @Test
    void each_statement_of_an_array_may_be_as_long_as_one_alone() {
        var reader = new StatementReader(XapiVersion.V2_0_0, TIGHT);
        String long3000 = with(small(), "/result", "{\"response\":\"%s\"}".formatted("x".repeat(3_000)))
                .toString();

        assertThat(answer(reader, ("[" + String.join(",", Collections.nCopies(9, long3000)) + "]").getBytes(UTF_8)))
                .isEmpty();
    }

    @Test
    void there_are_no_more_statements_than_allowed() {
        var reader = new StatementReader(XapiVersion.V2_0_0, TIGHT);

        assertThat(answer(reader, array(10, SMALL))).isEmpty();
        assertThat(answer(reader, array(11, SMALL))).isEqualTo("$ xapi.limit.statements");
    }

    @Test
    void the_last_of_ten_thousand_is_found_at_its_place() {
        byte[] body = together(
                "[".getBytes(UTF_8),
                (SMALL + ",").repeat(9_999).getBytes(UTF_8),
                "{\"actor\":{\"mbox\":\"lena\"}}]".getBytes(UTF_8));
        var before = new AtomicInteger();

        Invalid refusal = catchThrowableOfType(
                Invalid.class, () -> V2.read(new ByteArrayInputStream(body), statement -> before.incrementAndGet()));

        assertThat(why(refusal)).isEqualTo("$[9999].actor.mbox xapi.expected.mailbox");
        assertThat(before).hasValue(9_999);
    }

    @Test
    void one_statement_is_in_memory_at_a_time() throws IOException {
        long[] most = {0};
        var reader = new StatementReader(XapiVersion.V2_0_0, Limits.usual());
        var body = new CountingArray(20_000);

        reader.read(body, statement -> most[0] = Math.max(most[0], body.given() - body.begun(statement)));

        assertThat(body.given()).isGreaterThan(20_000_000);
        assertThat(most[0])
                .as("bytes read ahead of the statement that is given out")
                .isLessThan(20_000);
    }

    @Test
    void an_empty_array_is_no_mistake() {
        assertThat(answer(V2, "[]".getBytes(UTF_8))).isEmpty();
    }

    @Test
    void names_in_places_are_quoted_where_they_must_be() {
        assertThat(answer(V2, bytes(with(small(), "/context", "{\"it's\":1}")))).startsWith("$.context['it\\'s'] ");
    }

    /** An array of statements of a kilobyte that say which they are, made as it is read. */
    private static final class CountingArray extends InputStream {
        private static final String BLANKS = " ".repeat(900);

        private final SequenceInputStream all;
        private long given;

        CountingArray(int count) {
            var parts = IntStream.rangeClosed(0, count)
                    .mapToObj(index -> index == count ? "]" : (index == 0 ? "[" : ",") + statement(index))
                    .map(text -> (InputStream) new ByteArrayInputStream(text.getBytes(UTF_8)))
                    .iterator();
            all = new SequenceInputStream(new Enumeration<>() {
                @Override
                public boolean hasMoreElements() {
                    return parts.hasNext();
                }

                @Override
                public InputStream nextElement() {
                    return parts.next();
                }
            });
        }

        private static String statement(int index) {
            return SMALL.replace("pages/1", "pages/%08d".formatted(index)) + BLANKS;
        }

        /** Where the statement after this one begins. */
        long begun(XapiStatement statement) {
            String activity = statement.activity().orElseThrow();
            long index = Long.parseLong(activity.substring(activity.lastIndexOf('/') + 1));
            return index * (statement(0).length() + 1L);
        }

        long given() {
            return given;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int count = all.read(into, offset, length);
            given += Math.max(0, count);
            return count;
        }
    }

    private static byte[] array(int count, String statement) {
        return ("[" + String.join(",", Collections.nCopies(count, statement)) + "]").getBytes(UTF_8);
    }

    private static byte[] together(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    /** What a reader says to a body, whether it comes at once or byte by byte: the same. */
    private static String answer(StatementReader reader, byte[] body) {
        var answers = new ArrayList<String>();
        for (InputStream stream : List.of(new ByteArrayInputStream(body), new DrippingStream(body))) {
            try {
                reader.read(stream, statement -> {});
                answers.add("");
            } catch (Invalid refusal) {
                answers.add(why(refusal));
            } catch (IOException impossible) {
                throw new AssertionError(impossible);
            }
        }
        assertThat(answers.getFirst()).isEqualTo(answers.getLast());
        return answers.getFirst();
    }

    /** Gives its bytes one at a time. */
    private static final class DrippingStream extends ByteArrayInputStream {
        DrippingStream(byte[] bytes) {
            super(bytes);
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            return super.read(into, offset, Math.min(1, length));
        }
    }
}
