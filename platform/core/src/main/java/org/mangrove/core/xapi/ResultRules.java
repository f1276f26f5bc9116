package org.mangrove.core.xapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** How it went. */
final class ResultRules {

    private ResultRules() {}

    static void result(JsonNode value, Place place) {
        for (var property : Value.object(value, place).properties()) {
            Place at = place.at(property.getKey());
            switch (property.getKey()) {
                case "score" -> score(property.getValue(), at);
                case "success", "completion" -> Value.truth(property.getValue(), at);
                case "response" -> Value.text(property.getValue(), at);
                case "duration" -> Value.duration(property.getValue(), at);
                case "extensions" -> Value.extensions(property.getValue(), at);
                default -> throw Defect.unknown(place, property.getKey());
            }
        }
    }

    private static void score(JsonNode value, Place place) {
        ObjectNode score = Value.object(value, place);
        for (var property : score.properties()) {
            switch (property.getKey()) {
                case "scaled", "raw", "min", "max" -> {
                    if (!property.getValue().isNumber()) {
                        throw Defect.expected(property.getValue(), place.at(property.getKey()), "number");
                    }
                }
                default -> throw Defect.unknown(place, property.getKey());
            }
        }
        if (score.has("scaled") && score.get("scaled").decimalValue().abs().compareTo(BigDecimal.ONE) > 0) {
            throw Defect.rule(place.at("scaled"), "scaled");
        }
        JsonNode min = score.get("min");
        JsonNode max = score.get("max");
        JsonNode raw = score.get("raw");
        if (isBelow(max, min) || (min != null && max != null && !isBelow(min, max))) {
            throw Defect.rule(place.at("min"), "min-and-max");
        }
        if (isBelow(raw, min) || isBelow(max, raw)) {
            throw Defect.rule(place.at("raw"), "raw");
        }
    }

    private static boolean isBelow(@Nullable JsonNode less, @Nullable JsonNode more) {
        return less != null && more != null && less.decimalValue().compareTo(more.decimalValue()) < 0;
    }
}
