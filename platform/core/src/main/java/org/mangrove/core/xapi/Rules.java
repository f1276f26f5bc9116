package org.mangrove.core.xapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What rules of many families have in common. */
final class Rules {

    /** A rule for one value at its place. */
    interface Rule {
        void check(JsonNode value, Place place);
    }

    private Rules() {}

    static void mustHave(ObjectNode object, Place place, String property) {
        if (!object.has(property)) {
            throw Defect.missing(place, property);
        }
    }

    static void each(ArrayNode array, Place place, Rule rule) {
        for (int index = 0; index < array.size(); index++) {
            rule.check(array.get(index), place.at(index));
        }
    }
}
