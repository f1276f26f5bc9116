package org.mangrove.core.xapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a statement is about. */
final class ObjectRules {

    private static final String WITHIN_SUB_STATEMENTS = "Activity, Agent, Group, StatementRef";
    private static final String TYPES = WITHIN_SUB_STATEMENTS + ", SubStatement";

    private ObjectRules() {}

    /** @param subStatement what a statement within the statement must be, where there may be one */
    static void object(JsonNode value, Place place, Rules.Rule subStatement) {
        object(value, place, subStatement, TYPES);
    }

    private static void object(JsonNode value, Place place, Rules.Rule subStatement, String types) {
        switch (type(value, place)) {
            case "Activity" -> ActivityRules.activity(value, place);
            case "Agent" -> ActorRules.agent(value, place);
            case "Group" -> ActorRules.group(value, place);
            case "StatementRef" -> statementRef(value, place);
            case "SubStatement" -> subStatement.check(value, place);
            default -> throw Defect.notOneOf(place.at("objectType"), types);
        }
    }

    /** The object of a statement within a statement, which is none itself. */
    static void innerObject(JsonNode value, Place place) {
        object(
                value,
                place,
                (nested, at) -> {
                    throw Defect.notOneOf(at.at("objectType"), WITHIN_SUB_STATEMENTS);
                },
                WITHIN_SUB_STATEMENTS);
    }

    static boolean isActivity(JsonNode object) {
        JsonNode type = object.get("objectType");
        return type == null || type.asText().equals("Activity");
    }

    static void statementRef(JsonNode value, Place place) {
        ObjectNode reference = Value.object(value, place);
        for (var property : reference.properties()) {
            Place at = place.at(property.getKey());
            switch (property.getKey()) {
                case "objectType" -> {
                    if (!property.getValue().asText().equals("StatementRef")) {
                        throw Defect.notOneOf(at, "StatementRef");
                    }
                }
                case "id" -> Value.uuid(property.getValue(), at);
                default -> throw Defect.unknown(place, property.getKey());
            }
        }
        Rules.mustHave(reference, place, "objectType");
        Rules.mustHave(reference, place, "id");
    }

    private static String type(JsonNode value, Place place) {
        JsonNode type = Value.object(value, place).get("objectType");
        return type == null ? "Activity" : type.asText();
    }
}
