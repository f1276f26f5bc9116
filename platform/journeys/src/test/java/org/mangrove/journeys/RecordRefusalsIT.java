package org.mangrove.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mangrove.launcher.Json;
import org.mangrove.launcher.Stack;

/** What is wrong is refused with the place and the remedy, and nothing of it is stored. */
@ExtendWith(WholeStack.class)
class RecordRefusalsIT {

    private static final String JSON = "application/json";
    private static final String GOOD = """
            {"id":"THE-ID","actor":{"mbox":"mailto:lena@example.org"},"verb":{"id":"https://example.org/read"},\
            "object":{"id":"https://example.org/book"}}""";

    private static RecordStore store;
    private static Rows eu;

    @BeforeAll
    static void open(WholeStack.Site site, Stack stack) {
        store = RecordStore.of(site, new Operator(stack), "acme-de", "2.0.0", "\"all\"");
        eu = Rows.ofCell(stack, "eu");
    }

    @AfterAll
    static void close() {
        store.close();
    }

    static Stream<Arguments> bodies() {
        String read = "\"verb\":{\"id\":\"https://example.org/read\"},\"object\":{\"id\":\"https://example.org/book\"}";
        String lena = "{\"actor\":{\"mbox\":\"mailto:lena@example.org\"},";
        return Stream.of(
                arguments("malformed", lena + read, "$"),
                arguments("nothing", "", "$"),
                arguments("no statement", "7", "$"),
                arguments("something behind it", lena + read + "} {}", "$"),
                arguments(
                        "a wrong type",
                        lena + "\"verb\":7,\"object\":{\"id\":\"https://example.org/book\"}}",
                        "$.verb"),
                arguments("an unknown property", lena + read + ",\"mood\":\"good\"}", "$.mood"),
                arguments(
                        "the same key twice",
                        lena + "\"actor\":{\"mbox\":\"mailto:a@example.org\"}," + read + "}",
                        "$.actor"),
                arguments(
                        "no IRI",
                        lena + "\"verb\":{\"id\":\"read\"},\"object\":{\"id\":\"https://example.org/book\"}}",
                        "$.verb.id"),
                arguments(
                        "half of a sign", lena + read + ",\"result\":{\"response\":\"\\ud800\"}}", "$.result.response"),
                arguments(
                        "a huge number",
                        lena + read + ",\"result\":{\"score\":{\"raw\":1e999999999}}}",
                        "$.result.score.raw"),
                arguments(
                        "a deep one",
                        lena + read + ",\"result\":{\"extensions\":{\"https://example.org/x\":" + "[".repeat(5_000)
                                + "]".repeat(5_000) + "}}}",
                        "$.result.extensions"),
                arguments("a null", lena + read + ",\"context\":{\"platform\":null}}", "$.context.platform"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void a_bad_body_is_refused_at_its_place(String what, String body, String place) {
        long before = count();

        RecordStore.Reply reply = store.post("statements", body, "Content-Type", JSON, "Accept-Language", "de");

        assertThat(reply.status()).as("%s", reply).isEqualTo(400);
        var problem = Json.readMap(reply.text());
        assertThat(problem.get("path").toString()).as("%s", reply).startsWith(place);
        assertThat(problem.get("detail").toString()).isNotBlank().doesNotContain("Exception", "jackson");
        assertThat(count()).isEqualTo(before);
    }

    @Test
    void of_ten_thousand_with_the_last_one_wrong_none_is_stored() {
        long before = count();
        String good = IntStream.range(0, 9_999)
                .mapToObj(number -> GOOD.replace("THE-ID", UUID.randomUUID().toString()))
                .collect(Collectors.joining(","));

        RecordStore.Reply reply = store.post("statements", "[" + good + ",{\"actor\":{}}]", "Content-Type", JSON);

        assertThat(reply.status()).as("%s", reply).isEqualTo(400);
        assertThat(Json.readMap(reply.text()).get("path").toString()).startsWith("$[9999]");
        assertThat(count()).isEqualTo(before);
    }

    @Test
    void of_a_batch_of_which_one_id_is_taken_none_is_stored() {
        String id = UUID.randomUUID().toString();
        assertThat(store.post("statements", GOOD.replace("THE-ID", id), "Content-Type", JSON)
                        .status())
                .isEqualTo(200);
        long before = count();

        RecordStore.Reply reply = store.post(
                "statements",
                "[" + GOOD.replace("THE-ID", UUID.randomUUID().toString()) + ","
                        + GOOD.replace("THE-ID", id).replace("/book", "/film") + "]",
                "Content-Type",
                JSON);

        assertThat(reply.status()).as("%s", reply).isEqualTo(409);
        assertThat(count()).isEqualTo(before);
    }

    @Test
    void a_body_that_is_shorter_than_announced_stores_nothing() {
        long before = count();
        byte[] half = GOOD.substring(0, GOOD.length() / 2).getBytes(StandardCharsets.UTF_8);

        RecordStore.Reply reply = store.ask(
                "POST",
                "statements",
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(half)),
                "Content-Type",
                JSON);

        assertThat(reply.status()).as("%s", reply).isEqualTo(400);
        assertThat(count()).isEqualTo(before);
    }

    @Test
    void an_attachment_with_another_hash_stores_nothing() {
        long before = count();
        String sha2 = "0".repeat(64);
        String statement = GOOD.replace("THE-ID", UUID.randomUUID().toString())
                .replaceFirst(
                        "}$",
                        ",\"attachments\":[{\"usageType\":\"https://example.org/photo\",\"display\":{\"en\":\"Photo\"},"
                                + "\"contentType\":\"text/plain\",\"length\":5,\"sha2\":\"" + sha2 + "\"}]}");
        String body = String.join(
                "\r\n",
                "--cut",
                "Content-Type: application/json",
                "",
                statement,
                "--cut",
                "Content-Type: text/plain",
                "Content-Transfer-Encoding: binary",
                "X-Experience-API-Hash: " + sha2,
                "",
                "hello",
                "--cut--",
                "");

        RecordStore.Reply reply = store.post("statements", body, "Content-Type", "multipart/mixed; boundary=cut");

        assertThat(reply.status()).as("%s", reply).isEqualTo(400);
        assertThat(Json.readMap(reply.text()).get("path").toString()).startsWith("multipart[1]");
        assertThat(count()).isEqualTo(before);
    }

    @Test
    void a_body_of_another_type_and_an_unknown_parameter_are_refused_by_name() {
        List<RecordStore.Reply> replies = List.of(
                store.post("statements", GOOD, "Content-Type", "text/plain"),
                store.get("statements?Limit=1"),
                store.get("statements?limit=1&limit=2"),
                store.get("statements?since=yesterday"));

        assertThat(replies).allSatisfy(reply -> assertThat(reply.status()).isEqualTo(400));
        assertThat(replies.stream()
                        .map(reply -> Json.readMap(reply.text()).get("path").toString()))
                .containsExactly("Content-Type", "Limit", "limit", "since");
    }

    private static long count() {
        return eu.number("select count(*) from records_statement");
    }
}
