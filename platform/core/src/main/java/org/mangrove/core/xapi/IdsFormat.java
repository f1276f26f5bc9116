package org.mangrove.core.xapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A statement with no more of everybody and everything in it than says who and what they are. */
final class IdsFormat {

    ObjectNode statement(ObjectNode statement) {
        ObjectNode formed = StatementFormat.copy(statement);
        for (var property : formed.properties()) {
            if (property.getValue() instanceof ObjectNode part) {
                property.setValue(
                        switch (property.getKey()) {
                            case "actor", "authority" -> actor(part);
                            case "verb" -> only(part, "id");
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
            case "Activity" -> only(object, "id");
            case "Agent", "Group" -> actor(object);
            case "SubStatement" -> statement(object);
            default -> object;
        };
    }

    private static JsonNode context(ObjectNode context) {
        ObjectNode formed = StatementFormat.copy(context);
        for (var property : formed.properties()) {
            JsonNode part = property.getValue();
            switch (property.getKey()) {
                case "instructor", "team" -> property.setValue(actor(part));
                case "contextActivities" -> property.setValue(activities(part));
                case "contextAgents" -> property.setValue(related(part, "agent"));
                case "contextGroups" -> property.setValue(related(part, "group"));
                default -> {}
            }
        }
        return formed;
    }

    private static JsonNode activities(JsonNode byKind) {
        ObjectNode formed = JsonNodeFactory.instance.objectNode();
        for (var kind : byKind.properties()) {
            formed.set(kind.getKey(), StatementFormat.each(kind.getValue(), activity -> only(activity, "id")));
        }
        return formed;
    }

    private static JsonNode related(JsonNode actors, String kind) {
        return StatementFormat.each(actors, actor -> {
            ObjectNode formed = StatementFormat.copy(actor);
            formed.set(kind, actor(actor.path(kind)));
            return formed;
        });
    }

    private static JsonNode actor(JsonNode actor) {
        ObjectNode formed = only(actor, "objectType");
        boolean identified = false;
        for (var kind : AgentId.Kind.values()) {
            JsonNode identifier = actor.get(kind.property());
            if (identifier != null) {
                formed.set(kind.property(), identifier);
                identified = true;
            }
        }
        if (!identified && actor.has("member")) {
            formed.set("member", StatementFormat.each(actor.path("member"), IdsFormat::actor));
        }
        return formed;
    }

    private static ObjectNode only(JsonNode object, String property) {
        ObjectNode formed = JsonNodeFactory.instance.objectNode();
        JsonNode value = object.get(property);
        return value == null ? formed : formed.set(property, value);
    }
}
