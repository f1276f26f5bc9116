package org.mangrove.core.xapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Activities and what they are said to be. */
final class ActivityRules {

    static final List<String> COMPONENT_LISTS = List.of("choices", "scale", "source", "target", "steps");

    /** Which lists of components an interaction of each type may have. */
    private static final Map<String, Set<String>> INTERACTIONS = Map.of(
            "true-false", Set.of(),
            "choice", Set.of("choices"),
            "fill-in", Set.of(),
            "long-fill-in", Set.of(),
            "matching", Set.of("source", "target"),
            "performance", Set.of("steps"),
            "sequencing", Set.of("choices"),
            "likert", Set.of("scale"),
            "numeric", Set.of(),
            "other", Set.of());

    private static final String INTERACTION_TYPES =
            "true-false, choice, fill-in, long-fill-in, matching, performance, sequencing, likert, numeric, other";

    private ActivityRules() {}

    static void activity(JsonNode value, Place place) {
        ObjectNode activity = Value.object(value, place);
        for (var property : activity.properties()) {
            Place at = place.at(property.getKey());
            switch (property.getKey()) {
                case "objectType" -> {
                    if (!property.getValue().asText().equals("Activity")) {
                        throw Defect.notOneOf(at, "Activity");
                    }
                }
                case "id" -> Value.iri(property.getValue(), at);
                case "definition" -> definition(property.getValue(), at);
                default -> throw Defect.unknown(place, property.getKey());
            }
        }
        Rules.mustHave(activity, place, "id");
    }

    private static void definition(JsonNode value, Place place) {
        ObjectNode definition = Value.object(value, place);
        for (var property : definition.properties()) {
            Place at = place.at(property.getKey());
            switch (property.getKey()) {
                case "name", "description" -> Value.languageMap(property.getValue(), at);
                case "type", "moreInfo" -> Value.iri(property.getValue(), at);
                case "extensions" -> Value.extensions(property.getValue(), at);
                case "interactionType" ->
                    Value.oneOf(INTERACTIONS.keySet(), INTERACTION_TYPES, property.getValue(), at);
                case "correctResponsesPattern" -> {
                    mustBeInteraction(definition, place);
                    Rules.each(Value.array(property.getValue(), at), at, Value::text);
                }
                case "choices", "scale", "source", "target", "steps" -> {
                    mustBeInteraction(definition, place);
                    components(property.getValue(), at);
                }
                default -> throw Defect.unknown(place, property.getKey());
            }
        }
        if (definition.has("interactionType")) {
            mustHaveNoOtherComponents(definition, place);
        }
    }

    private static void mustBeInteraction(ObjectNode definition, Place place) {
        Rules.mustHave(definition, place, "interactionType");
    }

    private static void mustHaveNoOtherComponents(ObjectNode definition, Place place) {
        Set<String> allowed =
                INTERACTIONS.getOrDefault(definition.get("interactionType").asText(), Set.of());
        for (String list : COMPONENT_LISTS) {
            if (definition.has(list) && !allowed.contains(list)) {
                throw Defect.rule(place.at(list), "components-of-another-interaction");
            }
        }
    }

    private static void components(JsonNode value, Place place) {
        var ids = new HashSet<String>();
        Rules.each(Value.array(value, place), place, (component, at) -> {
            if (!ids.add(component(component, at))) {
                throw Defect.rule(at.at("id"), "component-twice");
            }
        });
    }

    private static String component(JsonNode value, Place place) {
        ObjectNode component = Value.object(value, place);
        for (var property : component.properties()) {
            Place at = place.at(property.getKey());
            switch (property.getKey()) {
                case "id" -> Value.text(property.getValue(), at);
                case "description" -> Value.languageMap(property.getValue(), at);
                default -> throw Defect.unknown(place, property.getKey());
            }
        }
        Rules.mustHave(component, place, "id");
        return component.get("id").textValue();
    }
}
