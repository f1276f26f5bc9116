package org.mangrove.core.xapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Function;

/** A statement with activities as they are defined by now, and each word for people in one language. */
final class CanonicalFormat {

    private final LanguageRanges wanted;
    private final Function<String, Optional<ObjectNode>> definitions;

    CanonicalFormat(LanguageRanges wanted, Function<String, Optional<ObjectNode>> definitions) {
        this.wanted = wanted;
        this.definitions = definitions;
    }

    ObjectNode statement(ObjectNode statement) {
        ObjectNode formed = StatementFormat.copy(statement);
        for (var property : formed.properties()) {
            if (property.getValue() instanceof ObjectNode part) {
                property.setValue(
                        switch (property.getKey()) {
                            case "verb" -> inOneLanguage(part, "display");
                            case "object" -> object(part);
                            case "context" -> context(part);
                            default -> part;
                        });
            }
        }
        return formed;
    }

    private JsonNode object(ObjectNode object) {
        return switch (object.path("objectType").asText("Activity")) {
            case "Activity" -> activity(object);
            case "SubStatement" -> statement(object);
            default -> object;
        };
    }

    private JsonNode context(ObjectNode context) {
        if (!(context.path("contextActivities") instanceof ObjectNode byKind)) {
            return context;
        }
        ObjectNode activities = JsonNodeFactory.instance.objectNode();
        for (var kind : byKind.properties()) {
            activities.set(kind.getKey(), StatementFormat.each(kind.getValue(), this::activity));
        }
        ObjectNode formed = StatementFormat.copy(context);
        formed.set("contextActivities", activities);
        return formed;
    }

    private JsonNode activity(ObjectNode activity) {
        Optional<ObjectNode> definition = definitions
                .apply(activity.path("id").asText())
                .or(() -> Optional.ofNullable((ObjectNode) activity.get("definition")));
        if (definition.isEmpty()) {
            return activity;
        }
        ObjectNode formed = StatementFormat.copy(activity);
        formed.set("definition", definition(definition.get()));
        return formed;
    }

    private ObjectNode definition(ObjectNode definition) {
        ObjectNode formed = inOneLanguage(inOneLanguage(definition, "name"), "description");
        for (String list : ActivityRules.COMPONENT_LISTS) {
            if (formed.has(list)) {
                formed.set(
                        list,
                        StatementFormat.each(formed.get(list), component -> inOneLanguage(component, "description")));
            }
        }
        return formed;
    }

    /** A copy in which the map keeps the one language that is wanted most. */
    private ObjectNode inOneLanguage(ObjectNode object, String map) {
        ObjectNode formed = StatementFormat.copy(object);
        JsonNode words = object.path(map);
        if (words.size() > 1) {
            var languages = new ArrayList<String>(words.size());
            words.fieldNames().forEachRemaining(languages::add);
            wanted.choose(languages).ifPresent(language -> formed.putObject(map).set(language, words.get(language)));
        }
        return formed;
    }
}
