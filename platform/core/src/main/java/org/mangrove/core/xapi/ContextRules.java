package org.mangrove.core.xapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** In which surroundings it happened. */
final class ContextRules {

    private final XapiVersion version;

    ContextRules(XapiVersion version) {
        this.version = version;
    }

    /** @param ofActivity whether the statement is about an activity */
    void context(JsonNode value, Place place, boolean ofActivity) {
        for (var property : Value.object(value, place).properties()) {
            JsonNode part = property.getValue();
            Place at = place.at(property.getKey());
            switch (property.getKey()) {
                case "registration" -> Value.uuid(part, at);
                case "instructor" -> ActorRules.agentOrGroup(part, at);
                case "team" -> ActorRules.group(part, at);
                case "contextActivities" -> activities(part, at);
                case "revision", "platform" -> {
                    Value.text(part, at);
                    if (!ofActivity) {
                        throw Defect.rule(at, "only-with-activity");
                    }
                }
                case "language" -> Value.languageTag(part, at);
                case "statement" -> ObjectRules.statementRef(part, at);
                case "extensions" -> Value.extensions(part, at);
                case "contextAgents" -> {
                    mustKnow(place, property.getKey());
                    Rules.each(Value.array(part, at), at, (agent, there) -> related(agent, there, "agent"));
                }
                case "contextGroups" -> {
                    mustKnow(place, property.getKey());
                    Rules.each(Value.array(part, at), at, (group, there) -> related(group, there, "group"));
                }
                default -> throw Defect.unknown(place, property.getKey());
            }
        }
    }

    private void mustKnow(Place place, String property) {
        if (version == XapiVersion.V1_0_3) {
            throw Defect.unknown(place, property);
        }
    }

    private static void activities(JsonNode value, Place place) {
        for (var property : Value.object(value, place).properties()) {
            Place at = place.at(property.getKey());
            switch (property.getKey()) {
                case "parent", "grouping", "category", "other" -> {
                    if (property.getValue() instanceof ArrayNode several) {
                        Rules.each(several, at, ActivityRules::activity);
                    } else {
                        ActivityRules.activity(property.getValue(), at);
                    }
                }
                default -> throw Defect.unknown(place, property.getKey());
            }
        }
    }

    /** @param kind {@code agent} or {@code group} */
    private static void related(JsonNode value, Place place, String kind) {
        ObjectNode related = Value.object(value, place);
        String type = kind.equals("agent") ? "contextAgent" : "contextGroup";
        for (var property : related.properties()) {
            JsonNode part = property.getValue();
            Place at = place.at(property.getKey());
            if (property.getKey().equals("objectType")) {
                if (!part.asText().equals(type)) {
                    throw Defect.notOneOf(at, type);
                }
            } else if (property.getKey().equals("relevantTypes")) {
                relevantTypes(part, at);
            } else if (!property.getKey().equals(kind)) {
                throw Defect.unknown(place, property.getKey());
            } else if (kind.equals("agent")) {
                ActorRules.agent(part, at);
            } else {
                ActorRules.group(part, at);
            }
        }
        Rules.mustHave(related, place, "objectType");
        Rules.mustHave(related, place, kind);
    }

    private static void relevantTypes(JsonNode value, Place place) {
        ArrayNode types = Value.array(value, place);
        if (types.isEmpty()) {
            throw Defect.rule(place, "no-relevant-type");
        }
        Rules.each(types, place, Value::iri);
    }
}
