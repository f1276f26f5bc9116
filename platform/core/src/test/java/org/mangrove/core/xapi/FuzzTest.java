package org.mangrove.core.xapi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mangrove.core.xapi.SampleStatements.V1;
import static org.mangrove.core.xapi.SampleStatements.V2;
import static org.mangrove.core.xapi.SampleStatements.bytes;
import static org.mangrove.core.xapi.SampleStatements.json;
import static org.mangrove.core.xapi.SampleStatements.planned;
import static org.mangrove.core.xapi.SampleStatements.small;
import static org.mangrove.core.xapi.SampleStatements.whole;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mangrove.core.refusal.Refusal.Invalid;

/**
 * Statements changed at random: each is taken, and then everything can be asked of it, or it is refused at a place and
 * with a reason; nothing else ever happens.
 *
 * <p>The same changes each time; {@code -Dmangrove.long=true} for more, {@code -Dmangrove.seed=1} for others.
 */
class FuzzTest {

    private static final int ROUNDS = Boolean.getBoolean("mangrove.long") ? 1_000_000 : 4_000;
    private static final long SEED = Long.getLong("mangrove.seed", 20_260_504L);

    private static final List<String> NAMES = List.of(
            "id",
            "actor",
            "verb",
            "object",
            "objectType",
            "mbox",
            "mbox_sha1sum",
            "openid",
            "account",
            "homePage",
            "name",
            "member",
            "display",
            "definition",
            "interactionType",
            "choices",
            "scale",
            "result",
            "score",
            "scaled",
            "min",
            "context",
            "contextActivities",
            "parent",
            "contextAgents",
            "contextGroups",
            "agent",
            "group",
            "relevantTypes",
            "team",
            "instructor",
            "statement",
            "registration",
            "timestamp",
            "stored",
            "authority",
            "version",
            "attachments",
            "sha2",
            "length",
            "extensions",
            "https://example.com/x",
            "en",
            "",
            "\ud83d\ude00",
            "constructor");

    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "0",
            "-1",
            "1.5",
            "1e308",
            "12345678901234567890",
            "\"\"",
            "\"x\"",
            "[]",
            "{}",
            "[null]",
            "[[]]",
            "\"Agent\"",
            "\"Group\"",
            "\"Activity\"",
            "\"StatementRef\"",
            "\"SubStatement\"",
            "\"contextAgent\"",
            "\"choice\"",
            "\"mailto:a@b.c\"",
            "\"https://example.com/\"",
            "\"http://adlnet.gov/expapi/verbs/voided\"",
            "\"P1D\"",
            "\"http://adlnet.gov/expapi/attachments/signature\"",
            "\"2026-05-04T17:00:00Z\"",
            "\"2026-13-99T99:99:99Z\"",
            "\"0f5c1f5e-9f5a-4a6e-9d3c-2f8a52f0c0aa\"",
            "\"1.0.3\"",
            "\"en-US\"",
            "{\"en\":\"x\"}",
            "{\"mbox\":\"mailto:a@b.c\"}",
            "{\"id\":\"https://example.com/\"}",
            "{\"objectType\":\"Group\",\"member\":[{\"mbox\":\"mailto:a@b.c\"}]}",
            "{\"objectType\":\"StatementRef\",\"id\":\"0f5c1f5e-9f5a-4a6e-9d3c-2f8a52f0c0aa\"}");

    private final Random random = new Random(SEED);
    private int taken;

    @Test
    void changed_statements_are_taken_or_refused() {
        for (int round = 0; round < ROUNDS; round++) {
            ObjectNode statement = origin();
            for (int changes = random.nextInt(4); changes >= 0; changes--) {
                changeSomewhere(statement);
            }
            mustBeTakenOrRefused(bytes(statement));
        }

        assertThat(taken).as("some are taken").isGreaterThan(ROUNDS / 100).isLessThan(ROUNDS);
    }

    @Test
    void changed_bytes_are_taken_or_refused() {
        for (int round = 0; round < ROUNDS; round++) {
            byte[] body = bytes(origin());
            for (int changes = random.nextInt(6); changes >= 0; changes--) {
                body = changed(body);
            }
            mustBeTakenOrRefused(body);
        }
    }

    @Test
    void random_bytes_are_refused() {
        for (int round = 0; round < ROUNDS; round++) {
            var body = new byte[random.nextInt(60)];
            random.nextBytes(body);
            mustBeTakenOrRefused(body);
        }

        assertThat(taken).isZero();
    }

    private ObjectNode origin() {
        return switch (random.nextInt(3)) {
            case 0 -> small();
            case 1 -> planned(whole());
            default -> whole();
        };
    }

    private void changeSomewhere(ObjectNode statement) {
        var places = new ArrayList<JsonNode>();
        collect(statement, places);
        switch (places.get(random.nextInt(places.size()))) {
            case ObjectNode object -> change(object);
            case ArrayNode array when array.isEmpty() || random.nextInt(4) == 0 -> array.add(value());
            case ArrayNode array -> array.set(random.nextInt(array.size()), value());
            default -> throw new AssertionError();
        }
    }

    private void change(ObjectNode object) {
        var names = new ArrayList<String>();
        object.fieldNames().forEachRemaining(names::add);
        if (names.isEmpty() || random.nextInt(3) == 0) {
            object.set(NAMES.get(random.nextInt(NAMES.size())), value());
        } else if (random.nextInt(3) == 0) {
            object.remove(names.get(random.nextInt(names.size())));
        } else {
            object.set(names.get(random.nextInt(names.size())), value());
        }
    }

    private JsonNode value() {
        return random.nextInt(10) == 0
                ? JsonNodeFactory.instance.textNode(new String(randomCharacters()))
                : json(VALUES.get(random.nextInt(VALUES.size())));
    }

    private char[] randomCharacters() {
        var characters = new char[random.nextInt(20)];
        for (int at = 0; at < characters.length; at++) {
            characters[at] = (char) (random.nextBoolean() ? random.nextInt(128) : random.nextInt(65_536));
        }
        return characters;
    }

    private static void collect(JsonNode node, List<JsonNode> places) {
        if (node.isContainerNode()) {
            places.add(node);
            node.forEach(child -> collect(child, places));
        }
    }

    private byte[] changed(byte[] body) {
        if (body.length == 0) {
            return body;
        }
        int at = random.nextInt(body.length);
        return switch (random.nextInt(4)) {
            case 0 -> Arrays.copyOf(body, at);
            case 1 -> {
                body[at] = (byte) random.nextInt(256);
                yield body;
            }
            case 2 -> {
                byte[] longer = Arrays.copyOf(body, body.length + 1);
                System.arraycopy(body, at, longer, at + 1, body.length - at);
                yield longer;
            }
            default -> {
                body[at] = "{}[]\",:\\0e-.u".getBytes(UTF_8)[random.nextInt(13)];
                yield body;
            }
        };
    }

    private void mustBeTakenOrRefused(byte[] body) {
        for (var reader : List.of(V1, V2)) {
            try {
                mustAnswer(reader.read(body));
                taken++;
            } catch (Invalid refusal) {
                assertThat(refusal.place()).isPresent();
            } catch (RuntimeException | StackOverflowError failure) {
                throw new AssertionError(new String(body, UTF_8), failure);
            }
        }
    }

    /** Everything that is asked of a statement that was taken. */
    private static void mustAnswer(XapiStatement statement) {
        statement.id();
        statement.actorId().ifPresent(AgentId::canonical);
        assertThat(statement.verb()).isNotEmpty();
        statement.activity();
        statement.refersTo();
        statement.registration();
        statement.timestamp();
        statement.agents();
        statement.relatedAgents();
        statement.relatedActivities();
        statement.attachments();
        for (var definition : statement.definitions()) {
            assertThat(definition.with(definition.definition())).isSameAs(definition);
        }
        assertThat(!statement.voids() || statement.refersTo().isPresent()).isTrue();
        assertThat(statement.says(statement)).isTrue();

        ObjectNode stored = statement.json();
        XapiStatement again = V2.read(bytes(stored));
        assertThat(again.json()).isEqualTo(stored);
        assertThat(again.says(statement)).isTrue();
        V2.read(bytes(StatementFormat.ids(stored)));
        V2.read(bytes(StatementFormat.canonical(stored, LanguageRanges.of("de, en;q=0.5"), iri -> Optional.empty())));
        V1.read(bytes(StatementFormat.forVersion(stored, XapiVersion.V1_0_3)));
        try {
            SentAttachments.mustBeThere(statement, Set.of());
            SignedStatements.mustBeSigned(statement, Map.of());
        } catch (Invalid refusal) {
            assertThat(refusal.place())
                    .hasValueSatisfying(place -> assertThat(place).contains("attachments"));
        }
    }
}
