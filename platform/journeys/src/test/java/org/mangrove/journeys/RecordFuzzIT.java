package org.mangrove.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mangrove.launcher.Stack;

/**
 * Batches of statements that were changed at random: each is stored whole, or refused and nothing of it is stored. Never does the
 * store itself fail.
 *
 * <p>The same changes each time; {@code -Dmangrove.long=true} for more, {@code -Dmangrove.seed=1} for others.
 */
@ExtendWith(WholeStack.class)
class RecordFuzzIT {

    private static final int ROUNDS = Boolean.getBoolean("mangrove.long") ? 30_000 : 300;
    private static final long SEED = Long.getLong("mangrove.seed", 20_261_122L);
    private static final String[] AS_JSON = {"Content-Type", "application/json"};
    private static final Pattern UUIDS = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** Words, numbers and signs of a JSON text. */
    private static final Pattern TOKENS = Pattern.compile("\"(\\\\.|[^\"\\\\])*\"|[-+.\\w]+|[\\[\\]{}:,]");

    private static final String WHOLE = """
            {"id":"THE-ID","actor":{"objectType":"Group","name":"Early shift","account":{"homePage":"https://example.org/teams",\
            "name":"early"},"member":[{"name":"Lena","mbox":"mailto:lena@example.org"},\
            {"mbox_sha1sum":"ebd31e95054c018b10727ccffd2ef2ec3a016ee9"}]},\
            "verb":{"id":"https://example.org/answered","display":{"en":"answered","de":"beantwortete"}},\
            "object":{"objectType":"Activity","id":"https://example.org/questions/1","definition":{"name":{"en":"Question"},\
            "interactionType":"choice","correctResponsesPattern":["a[,]b"],"choices":[{"id":"a","description":{"en":"A"}}],\
            "extensions":{"https://example.org/x":{"deep":[null,1.50]}}}},\
            "result":{"score":{"scaled":0.75,"raw":75,"min":0,"max":100},"success":true,"response":"a","duration":"PT1H2.345S",\
            "extensions":{"https://example.org/tries":2}},\
            "context":{"registration":"7c4e4e3c-7d6e-4f6f-8d61-5c6d8b2f7a11","instructor":{"openid":"https://example.org/omar"},\
            "team":{"objectType":"Group","mbox":"mailto:team@example.org"},\
            "contextActivities":{"parent":[{"id":"https://example.org/tests/1"}]},"language":"de-DE",\
            "statement":{"objectType":"StatementRef","id":"2f8a52f0-9f5a-4a6e-9d3c-0f5c1f5ec0aa"},\
            "extensions":{"https://example.org/room":"12"}},"timestamp":"2026-05-04T12:00:00-05:00",\
            "attachments":[{"usageType":"https://example.org/photo","display":{"en":"Photo"},"contentType":"image/jpeg",\
            "length":27,"sha2":"495395e777cd98da653df9615d09c0fd6bb2f8d4788394cd53c56a3bfdcd848a",\
            "fileUrl":"https://example.org/photo.jpg"}]}""";
    private static final String REFERRING = """
            {"id":"THE-ID","actor":{"mbox":"mailto:lena@example.org"},"verb":{"id":"https://example.org/liked"},\
            "object":{"objectType":"StatementRef","id":"2f8a52f0-9f5a-4a6e-9d3c-0f5c1f5ec0aa"}}""";
    private static final String PLANNED = """
            {"id":"THE-ID","actor":{"mbox":"mailto:lena@example.org"},"verb":{"id":"https://example.org/planned"},\
            "object":{"objectType":"SubStatement","actor":{"mbox":"mailto:omar@example.org"},\
            "verb":{"id":"https://example.org/read"},"object":{"id":"https://example.org/book"}}}""";

    private static final List<String> TOKENS_TO_TRY = List.of(
            "null",
            "true",
            "0",
            "-1",
            "1e308",
            "1e999",
            "12345678901234567890",
            "\"\"",
            "\"x\"",
            "[]",
            "{}",
            "[[]]",
            "{",
            "]",
            ",",
            "\"Group\"",
            "\"StatementRef\"",
            "\"SubStatement\"",
            "\"mailto:a@example.org\"",
            "\"http://adlnet.gov/expapi/verbs/voided\"",
            "\"http://adlnet.gov/expapi/attachments/signature\"",
            "\"2026-13-99T99:99:99Z\"",
            "\"0f5c1f5e-9f5a-4a6e-9d3c-2f8a52f0c0aa\"",
            "\"\\ud800\"",
            "\"\\u0000\"",
            "\"\ud83d\ude00\"",
            "\"$sealed\"",
            "{\"$sealed\":0}",
            "\"mbox\"",
            "\"id\"",
            "\"objectType\"",
            "\"extensions\"",
            "{\"mbox\":\"mailto:a@example.org\"}",
            "{\"id\":\"https://example.org/\"}");

    private final Random random = new Random();

    @ParameterizedTest
    @ValueSource(strings = {"1.0.3", "2.0.0"})
    void a_changed_batch_is_stored_whole_or_not_at_all(String version, WholeStack.Site site, Stack stack) {
        Rows eu = Rows.ofCell(stack, "eu");
        random.setSeed(SEED + version.hashCode());
        int taken = 0;
        try (var store = RecordStore.of(site, new Operator(stack), "acme-de", version, "\"all\"")) {
            for (int round = 0; round < ROUNDS; round++) {
                byte[] body = body();
                long before = count(eu);

                RecordStore.Reply reply = store.ask("POST", "statements", BodyPublishers.ofByteArray(body), AS_JSON);

                String what = "round %d: %s%n%s".formatted(round, reply, new String(body, StandardCharsets.UTF_8));
                assertThat(reply.status()).as(what).isIn(200, 400, 409);
                if (reply.status() == 200) {
                    taken++;
                    assertThat(stored(eu, ids(reply.text()))).as(what).isTrue();
                } else {
                    assertThat(count(eu)).as(what).isEqualTo(before);
                }
            }
        }

        assertThat(taken).as("some are taken, and some are not").isBetween(ROUNDS / 50, ROUNDS - ROUNDS / 10);
    }

    private byte[] body() {
        List<String> batch = IntStream.rangeClosed(0, random.nextInt(4))
                .mapToObj(number -> List.of(WHOLE, REFERRING, PLANNED).get(random.nextInt(3)))
                .map(statement -> statement.replace("THE-ID", uuid()))
                .collect(Collectors.toCollection(ArrayList::new));
        for (int changes = random.nextInt(4); changes > 0; changes--) {
            int which = random.nextInt(batch.size());
            batch.set(which, changed(batch.get(which)));
        }
        byte[] body = String.join(",", batch).transform(all -> "[" + all + "]").getBytes(StandardCharsets.UTF_8);
        if (random.nextInt(10) == 0) {
            body[random.nextInt(body.length)] = (byte) random.nextInt(256);
        }
        return body;
    }

    private String uuid() {
        long high = random.nextLong() & ~0xf000L | 0x4000;
        return new UUID(high, random.nextLong() >>> 2 | 0x8000_0000_0000_0000L).toString();
    }

    /** One of its tokens becomes another, comes twice, or goes. */
    private String changed(String json) {
        var places = new ArrayList<int[]>();
        Matcher tokens = TOKENS.matcher(json);
        while (tokens.find()) {
            places.add(new int[] {tokens.start(), tokens.end()});
        }
        int[] place = places.get(random.nextInt(places.size()));
        String token = json.substring(place[0], place[1]);
        String instead = switch (random.nextInt(6)) {
            case 0 -> "";
            case 1 -> token + token;
            default -> TOKENS_TO_TRY.get(random.nextInt(TOKENS_TO_TRY.size()));
        };
        return json.substring(0, place[0]) + instead + json.substring(place[1]);
    }

    private static Set<String> ids(String answer) {
        var ids = new LinkedHashSet<String>();
        Matcher found = UUIDS.matcher(answer);
        while (found.find()) {
            ids.add(found.group());
        }
        return ids;
    }

    private static boolean stored(Rows eu, Set<String> ids) {
        String keys =
                ids.stream().map(id -> "unhex('" + id.replace("-", "") + "')").collect(Collectors.joining(","));
        return eu.number("select count(distinct statement_id) from records_statement where statement_id in (" + keys
                        + ")")
                == ids.size();
    }

    private static long count(Rows eu) {
        return eu.number("select count(*) from records_statement");
    }
}
