package org.mangrove.core.xapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Pattern;

/** What a statement must be in one version of the standard, and what a statement within it. */
final class StatementRules {

    private static final Pattern VERSION_1 = Pattern.compile("1\\.0(?:\\.\\d{1,4})?");
    private static final Pattern VERSION_1_OR_2 = Pattern.compile("[12]\\.0(?:\\.\\d{1,4})?");

    private final XapiVersion version;
    private final ContextRules contexts;

    StatementRules(XapiVersion version) {
        this.version = version;
        this.contexts = new ContextRules(version);
    }

    void check(JsonNode value, Place place) {
        ObjectNode statement = Value.object(value, place);
        for (var property : statement.properties()) {
            JsonNode part = property.getValue();
            Place at = place.at(property.getKey());
            switch (property.getKey()) {
                case "id" -> Value.uuid(part, at);
                case "object" -> ObjectRules.object(part, at, this::subStatement);
                case "stored" -> Value.timestamp(part, at, version);
                case "authority" -> ActorRules.authority(part, at);
                case "version" -> version(part, at);
                default -> common(statement, property.getKey(), part, place, at);
            }
        }
        whole(statement, place);
    }

    /** An agent or a group that can be told from all others. */
    AgentId agent(JsonNode value, Place place) {
        ActorRules.agentOrGroup(value, place);
        return AgentId.of(value).orElseThrow(() -> Defect.rule(place, "anonymous"));
    }

    private void subStatement(JsonNode value, Place place) {
        ObjectNode statement = Value.object(value, place);
        for (var property : statement.properties()) {
            JsonNode part = property.getValue();
            Place at = place.at(property.getKey());
            switch (property.getKey()) {
                case "objectType" -> {}
                case "object" -> ObjectRules.innerObject(part, at);
                default -> common(statement, property.getKey(), part, place, at);
            }
        }
        whole(statement, place);
    }

    /** What statements and statements within them have alike. */
    private void common(ObjectNode statement, String property, JsonNode part, Place place, Place at) {
        switch (property) {
            case "actor" -> ActorRules.agentOrGroup(part, at);
            case "verb" -> VerbRules.verb(part, at);
            case "result" -> ResultRules.result(part, at);
            case "context" -> contexts.context(part, at, ObjectRules.isActivity(statement.path("object")));
            case "timestamp" -> Value.timestamp(part, at, version);
            case "attachments" -> AttachmentRules.attachments(part, at);
            default -> throw Defect.unknown(place, property);
        }
    }

    private static void whole(ObjectNode statement, Place place) {
        Rules.mustHave(statement, place, "actor");
        Rules.mustHave(statement, place, "verb");
        Rules.mustHave(statement, place, "object");
        boolean voids = statement.path("verb").path("id").asText().equals(XapiStatement.VOIDED);
        if (voids && !statement.path("object").path("objectType").asText().equals("StatementRef")) {
            throw Defect.rule(place.at("object"), "voids-no-statement");
        }
    }

    private void version(JsonNode value, Place place) {
        Pattern allowed = version == XapiVersion.V1_0_3 ? VERSION_1 : VERSION_1_OR_2;
        if (!allowed.matcher(Value.text(value, place)).matches()) {
            throw Defect.notOneOf(place, version == XapiVersion.V1_0_3 ? "1.0, 1.0.0 – 1.0.x" : "1.0.x, 2.0.x");
        }
    }
}
