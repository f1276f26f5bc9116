package org.mangrove.core.xapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What is said that an activity is, by a statement or by many of them together. */
public record ActivityDefinition(String iri, ObjectNode definition) {

    private static final List<String> OF_INTERACTIONS = List.of("interactionType", "correctResponsesPattern");

    /**
     * What is known of the activity when a later definition has been heard as well. Words in a language, the type, where
     * to read more and extensions are added, or replaced by the later ones. What makes an interaction the one that it is
     * (its type, its right answers, its components) can be added but no longer be changed: answers given before would
     * mean something else.
     *
     * @return this very object if nothing is new
     */
    public ActivityDefinition with(ObjectNode later) {
        ObjectNode merged = StatementFormat.copy(definition);
        boolean sameInteraction = !definition.has("interactionType") || isSame(definition, later, "interactionType");
        for (var property : later.properties()) {
            String name = property.getKey();
            JsonNode value = property.getValue();
            if (OF_INTERACTIONS.contains(name)) {
                if (sameInteraction && !merged.has(name)) {
                    merged.set(name, value);
                }
            } else if (ActivityRules.COMPONENT_LISTS.contains(name)) {
                if (sameInteraction) {
                    merged.set(name, components(merged.path(name), value));
                }
            } else if (value.isObject() && merged.path(name).isObject()) {
                merged.set(name, together(merged.get(name), value));
            } else {
                merged.set(name, value);
            }
        }
        return merged.equals(definition) ? this : new ActivityDefinition(iri, merged);
    }

    /** The components known before, with the words that are new; all of the later ones if none were known. */
    private static JsonNode components(JsonNode known, JsonNode later) {
        if (!known.isArray()) {
            return later;
        }
        return StatementFormat.each(known, component -> {
            for (JsonNode other : later) {
                if (isSame(component, other, "id") && other.has("description")) {
                    ObjectNode merged = StatementFormat.copy(component);
                    merged.set("description", together(component.path("description"), other.get("description")));
                    return merged;
                }
            }
            return component;
        });
    }

    private static JsonNode together(JsonNode known, JsonNode later) {
        ObjectNode merged = JsonNodeFactory.instance.objectNode();
        known.properties().forEach(entry -> merged.set(entry.getKey(), entry.getValue()));
        later.properties().forEach(entry -> merged.set(entry.getKey(), entry.getValue()));
        return merged;
    }

    private static boolean isSame(JsonNode one, JsonNode other, String property) {
        return one.path(property).equals(other.path(property));
    }
}
