package org.mangrove.core.records;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/**
 * Puts together what several statements have said of an activity.
 *
 * <p>Languages and extensions are collected; in everything else, and where two say different things of the same, the later has
 * it. The answers of a question keep the languages of their words as long as they are the same answers.
 */
final class DefinitionMerge {

    /** Who sends another extension with each statement is not to fill the store: beyond this the last word stands alone. */
    static final int MOST_CHARACTERS = 256 << 10;

    private static final Set<String> COLLECTED = Set.of("name", "description", "extensions");
    private static final Set<String> COMPONENTS = Set.of("choices", "scale", "source", "target", "steps");

    private DefinitionMerge() {}

    /** @return {@code known} itself if nothing new was said */
    static ObjectNode merged(ObjectNode known, ObjectNode said) {
        ObjectNode merged = known.deepCopy();
        said.properties().forEach(property -> {
            String name = property.getKey();
            JsonNode value = property.getValue();
            JsonNode before = merged.path(name);
            if (COLLECTED.contains(name) && before instanceof ObjectNode there && value instanceof ObjectNode more) {
                there.setAll(more.deepCopy());
            } else if (COMPONENTS.contains(name)
                    && before instanceof ArrayNode there
                    && value instanceof ArrayNode later
                    && haveSameIds(there, later)) {
                merged.set(name, components(there, later));
            } else {
                merged.set(name, value.deepCopy());
            }
        });
        if (merged.equals(known)) {
            return known;
        }
        return merged.toString().length() <= MOST_CHARACTERS ? merged : said.deepCopy();
    }

    private static boolean haveSameIds(ArrayNode before, ArrayNode later) {
        if (before.size() != later.size()) {
            return false;
        }
        for (int i = 0; i < before.size(); i++) {
            if (!before.get(i).path("id").equals(later.get(i).path("id"))) {
                return false;
            }
        }
        return true;
    }

    private static ArrayNode components(ArrayNode before, ArrayNode later) {
        ArrayNode merged = later.deepCopy();
        for (int i = 0; i < merged.size(); i++) {
            if (merged.get(i) instanceof ObjectNode component
                    && before.get(i).path("description") instanceof ObjectNode there) {
                ObjectNode words = there.deepCopy();
                if (component.path("description") instanceof ObjectNode more) {
                    words.setAll(more);
                }
                component.set("description", words);
            }
        }
        return merged;
    }
}
