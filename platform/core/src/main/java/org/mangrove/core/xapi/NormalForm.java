package org.mangrove.core.xapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * How a checked statement is kept: as it was sent, but for the two things that the standard wants everybody to be told
 * in one way. Moments are in UTC, and the activities of a context stand in arrays.
 */
final class NormalForm {

    private static final List<String> MOMENTS = List.of("timestamp", "stored");

    private NormalForm() {}

    /** Changes {@code statement}, which nobody else has seen yet. */
    static void apply(ObjectNode statement, XapiVersion version) {
        for (String property : MOMENTS) {
            JsonNode moment = statement.get(property);
            if (moment != null && !Timestamps.isInUtc(moment.textValue())) {
                Timestamps.read(moment.textValue(), version)
                        .ifPresent(instant -> statement.put(property, Timestamps.inUtc(instant)));
            }
        }
        if (statement.path("context").path("contextActivities") instanceof ObjectNode activities) {
            for (var activity : activities.properties()) {
                if (activity.getValue().isObject()) {
                    ArrayNode array = JsonNodeFactory.instance.arrayNode(1);
                    activity.setValue(array.add(activity.getValue()));
                }
            }
        }
        if (statement.get("object") instanceof ObjectNode object && Mentions.isSubStatement(object)) {
            apply(object, version);
        }
    }
}
