package org.mangrove.core.xapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * A statement without what the standard leaves out of a comparison, and with the rest written in one way, so that two
 * trees are equal if the statements mean the same.
 *
 * <p>Left out: what the store sets, displays of verbs, definitions of activities, signatures, the order of members, what
 * of a moment is below a millisecond and of a duration below a hundredth of a second, the case of letters where it does
 * not count, how a number is written, and an objectType that says what holds without it.
 */
final class Meaning {

    private static final JsonNodeFactory NODES = JsonNodeFactory.withExactBigDecimals(true);

    private Meaning() {}

    /** Whether two statements say the same. Their ids and moments count only if both have them. */
    static boolean isSame(ObjectNode one, ObjectNode other) {
        return agree(one, other, "id") && agree(one, other, "timestamp") && of(one).equals(of(other));
    }

    private static boolean agree(ObjectNode one, ObjectNode other, String property) {
        return !one.has(property)
                || !other.has(property)
                || whole(property, one.get(property)).equals(whole(property, other.get(property)));
    }

    private static ObjectNode of(ObjectNode statement) {
        ObjectNode meaning = NODES.objectNode();
        for (var property : statement.properties()) {
            switch (property.getKey()) {
                case "id", "timestamp", "stored", "authority", "version" -> {}
                default -> set(meaning, property.getKey(), whole(property.getKey(), property.getValue()));
            }
        }
        return meaning;
    }

    private static void set(ObjectNode object, String property, JsonNode value) {
        if (!value.isMissingNode()) {
            object.set(property, value);
        }
    }

    /** A property of a statement, or of a statement within it; missing if nothing of it counts. */
    private static JsonNode whole(String property, JsonNode value) {
        return switch (property) {
            case "id" -> lower(value);
            case "timestamp" -> moment(value);
            case "actor" -> actor(value);
            case "verb" -> value.path("id");
            case "object" -> object(value);
            case "result" -> result(value);
            case "context" -> context(value);
            case "attachments" -> attachments(value);
            default -> plain(value);
        };
    }

    private static JsonNode object(JsonNode object) {
        return switch (object.path("objectType").asText("Activity")) {
            case "Activity" -> activity(object);
            case "StatementRef" -> reference(object);
            case "SubStatement" -> subStatement((ObjectNode) object);
            default -> actor(object);
        };
    }

    private static JsonNode subStatement(ObjectNode statement) {
        ObjectNode meaning = of(statement);
        Optional.ofNullable(statement.get("timestamp")).ifPresent(moment -> meaning.set("timestamp", moment(moment)));
        return meaning;
    }

    private static JsonNode activity(JsonNode activity) {
        return NODES.objectNode().put("objectType", "Activity").set("id", activity.path("id"));
    }

    private static JsonNode reference(JsonNode reference) {
        return NODES.objectNode().put("objectType", "StatementRef").set("id", lower(reference.path("id")));
    }

    private static JsonNode actor(JsonNode actor) {
        ObjectNode meaning = NODES.objectNode();
        meaning.put("objectType", actor.path("objectType").asText("Agent"));
        if (actor.has("name")) {
            meaning.set("name", actor.get("name"));
        }
        AgentId.of(actor).ifPresent(id -> meaning.put("is", id.canonical()));
        if (actor.has("member")) {
            var members = new ArrayList<JsonNode>();
            actor.get("member").forEach(member -> members.add(actor(member)));
            members.sort(Comparator.comparing(JsonNode::toString));
            meaning.set("member", NODES.arrayNode().addAll(members));
        }
        return meaning;
    }

    private static JsonNode result(JsonNode result) {
        ObjectNode meaning = NODES.objectNode();
        for (var property : result.properties()) {
            meaning.set(
                    property.getKey(),
                    property.getKey().equals("duration")
                            ? TextNode.valueOf(
                                    Durations.toHundredths(property.getValue().textValue()))
                            : plain(property.getValue()));
        }
        return meaning;
    }

    private static JsonNode context(JsonNode context) {
        ObjectNode meaning = NODES.objectNode();
        for (var property : context.properties()) {
            JsonNode value = property.getValue();
            meaning.set(
                    property.getKey(),
                    switch (property.getKey()) {
                        case "registration", "language" -> lower(value);
                        case "instructor", "team" -> actor(value);
                        case "statement" -> reference(value);
                        case "contextActivities" -> activities(value);
                        case "contextAgents", "contextGroups" -> related(value);
                        default -> plain(value);
                    });
        }
        return meaning;
    }

    private static JsonNode activities(JsonNode byKind) {
        ObjectNode meaning = NODES.objectNode();
        for (var kind : byKind.properties()) {
            ArrayNode activities = meaning.putArray(kind.getKey());
            if (kind.getValue().isArray()) {
                kind.getValue().forEach(activity -> activities.add(activity(activity)));
            } else {
                activities.add(activity(kind.getValue()));
            }
        }
        return meaning;
    }

    private static JsonNode related(JsonNode actors) {
        ArrayNode meaning = NODES.arrayNode();
        for (JsonNode actor : actors) {
            ObjectNode one = meaning.addObject();
            for (var property : actor.properties()) {
                boolean who =
                        property.getKey().equals("agent") || property.getKey().equals("group");
                one.set(property.getKey(), who ? actor(property.getValue()) : property.getValue());
            }
        }
        return meaning;
    }

    private static JsonNode attachments(JsonNode attachments) {
        ArrayNode meaning = NODES.arrayNode();
        for (JsonNode attachment : attachments) {
            if (!SignedStatements.isSignature(attachment)) {
                ObjectNode one = (ObjectNode) plain(attachment);
                one.set("sha2", lower(attachment.path("sha2")));
                meaning.add(one);
            }
        }
        return meaning.isEmpty() ? NODES.missingNode() : meaning;
    }

    /** Any JSON, with numbers written in one way. */
    private static JsonNode plain(JsonNode value) {
        return switch (value) {
            case ObjectNode object -> {
                ObjectNode meaning = NODES.objectNode();
                object.properties().forEach(property -> meaning.set(property.getKey(), plain(property.getValue())));
                yield meaning;
            }
            case ArrayNode array -> {
                ArrayNode meaning = NODES.arrayNode();
                array.forEach(element -> meaning.add(plain(element)));
                yield meaning;
            }
            default -> value.isNumber() ? NODES.numberNode(value.decimalValue().stripTrailingZeros()) : value;
        };
    }

    private static JsonNode lower(JsonNode text) {
        return TextNode.valueOf(text.asText().toLowerCase(Locale.ROOT));
    }

    private static JsonNode moment(JsonNode text) {
        return Timestamps.read(text.asText(), XapiVersion.V1_0_3)
                .map(moment -> Timestamps.inUtc(moment.truncatedTo(ChronoUnit.MILLIS)))
                .<JsonNode>map(TextNode::valueOf)
                .orElse(text);
    }
}
