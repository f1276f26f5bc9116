package org.mangrove.core.xapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.function.Function;

/** The forms in which a stored statement can be asked for. None of them changes what it is made from. */
public final class StatementFormat {

    private static final String FIRST_MODEL = "1.0.0";

    private StatementFormat() {}

    /** As it was received. */
    public static ObjectNode exact(ObjectNode stored) {
        return stored;
    }

    /** With no more of agents, groups, verbs and activities than says which they are. */
    public static ObjectNode ids(ObjectNode stored) {
        return new IdsFormat().statement(stored);
    }

    /**
     * With activities as they are defined by now, and each in one language; verbs as well.
     *
     * @param definitions what is known of an activity, by its IRI; where nothing is, the statement's own words are kept
     */
    public static ObjectNode canonical(
            ObjectNode stored, LanguageRanges wanted, Function<String, Optional<ObjectNode>> definitions) {
        return new CanonicalFormat(wanted, definitions).statement(stored);
    }

    /** What a client of {@code version} can read of it. */
    public static ObjectNode forVersion(ObjectNode statement, XapiVersion version) {
        return switch (version) {
            case V2_0_0 -> statement;
            case V1_0_3 -> forFirstVersion(statement);
        };
    }

    private static ObjectNode forFirstVersion(ObjectNode statement) {
        ObjectNode older = copy(statement);
        if (statement.path("version").asText().startsWith("2.")) {
            older.put("version", FIRST_MODEL);
        }
        if (statement.path("context") instanceof ObjectNode context
                && (context.has("contextAgents") || context.has("contextGroups"))) {
            ObjectNode less = copy(context);
            less.remove("contextAgents");
            less.remove("contextGroups");
            if (less.isEmpty()) {
                older.remove("context");
            } else {
                older.set("context", less);
            }
        }
        if (statement.path("object") instanceof ObjectNode object && Mentions.isSubStatement(object)) {
            older.set("object", forFirstVersion(object));
        }
        return older;
    }

    /** A new object with the same properties. */
    static ObjectNode copy(ObjectNode object) {
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        return copy.setAll(object);
    }

    /** The same elements, each as {@code form} makes it. */
    static JsonNode each(JsonNode array, Function<ObjectNode, JsonNode> form) {
        ArrayNode formed = JsonNodeFactory.instance.arrayNode(array.size());
        for (JsonNode element : array) {
            formed.add(element instanceof ObjectNode object ? form.apply(object) : element);
        }
        return formed;
    }
}
