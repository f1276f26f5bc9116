package org.mangrove.core.xapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a statement must have to be one. */
final class StatementRules {

    StatementRules(XapiVersion version) {}

    void check(ObjectNode statement, Place place) {
        for (String property : new String[] {"actor", "verb", "object"}) {
            if (!statement.has(property)) {
                throw Defect.missing(place, property);
            }
            if (!statement.path(property).isObject()) {
                throw Defect.expected(place.at(property), "object");
            }
        }
        for (String property : new String[] {"result", "context"}) {
            if (statement.has(property) && !statement.path(property).isObject()) {
                throw Defect.expected(place.at(property), "object");
            }
        }
        for (String property : new String[] {"id", "timestamp"}) {
            if (statement.has(property) && !statement.path(property).isTextual()) {
                throw Defect.expected(place.at(property), "string");
            }
        }
        if (!statement.path("verb").path("id").isTextual()) {
            throw Defect.missing(place.at("verb"), "id");
        }
    }

    AgentId agent(JsonNode agent, Place place) {
        if (!agent.isObject()) {
            throw Defect.expected(place, "object");
        }
        return AgentId.of(agent).orElseThrow(() -> Defect.expected(place, "identifier"));
    }
}
