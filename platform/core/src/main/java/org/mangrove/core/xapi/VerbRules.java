package org.mangrove.core.xapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What was done. */
final class VerbRules {

    private VerbRules() {}

    static void verb(JsonNode value, Place place) {
        ObjectNode verb = Value.object(value, place);
        for (var property : verb.properties()) {
            Place at = place.at(property.getKey());
            switch (property.getKey()) {
                case "id" -> Value.iri(property.getValue(), at);
                case "display" -> Value.languageMap(property.getValue(), at);
                default -> throw Defect.unknown(place, property.getKey());
            }
        }
        Rules.mustHave(verb, place, "id");
    }
}
