package org.mangrove.core.xapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Agents and groups, wherever they stand. */
final class ActorRules {

    private static final String TYPES = "Agent, Group";

    private ActorRules() {}

    /** Either; without a word about it, an agent. */
    static void agentOrGroup(JsonNode value, Place place) {
        ObjectNode actor = Value.object(value, place);
        JsonNode type = actor.get("objectType");
        if (type == null || type.asText().equals("Agent")) {
            agent(value, place);
        } else if (type.asText().equals("Group")) {
            group(value, place);
        } else {
            throw Defect.notOneOf(place.at("objectType"), TYPES);
        }
    }

    static void agent(JsonNode value, Place place) {
        int identifiers = 0;
        for (var property : Value.object(value, place).properties()) {
            Place at = place.at(property.getKey());
            switch (property.getKey()) {
                case "objectType" -> mustSay("Agent", property.getValue(), at);
                case "name" -> Value.text(property.getValue(), at);
                default -> identifiers += identifier(property.getKey(), property.getValue(), place, at);
            }
        }
        if (identifiers != 1) {
            throw Defect.rule(place, "one-identifier");
        }
    }

    static void group(JsonNode value, Place place) {
        ObjectNode group = Value.object(value, place);
        if (!group.has("objectType")) {
            throw Defect.missing(place, "objectType");
        }
        int identifiers = 0;
        for (var property : group.properties()) {
            Place at = place.at(property.getKey());
            switch (property.getKey()) {
                case "objectType" -> mustSay("Group", property.getValue(), at);
                case "name" -> Value.text(property.getValue(), at);
                case "member" -> members(property.getValue(), at);
                default -> identifiers += identifier(property.getKey(), property.getValue(), place, at);
            }
        }
        if (identifiers > 1) {
            throw Defect.rule(place, "one-identifier");
        }
        if (identifiers == 0 && !group.has("member")) {
            throw Defect.rule(place, "group-of-nobody");
        }
    }

    /** Whoever vouches: an agent, or an application and a user together. */
    static void authority(JsonNode value, Place place) {
        agentOrGroup(value, place);
        boolean group = value.path("objectType").asText().equals("Group");
        if (group && (AgentId.of(value).isPresent() || value.path("member").size() != 2)) {
            throw Defect.rule(place, "authority-group");
        }
    }

    private static void members(JsonNode value, Place place) {
        int index = 0;
        for (JsonNode member : Value.array(value, place)) {
            Place at = place.at(index++);
            if (member.path("objectType").asText().equals("Group")) {
                throw Defect.rule(at, "group-in-group");
            }
            agent(member, at);
        }
    }

    /** Counts one if it is an identifier, and a right one. */
    private static int identifier(String property, JsonNode value, Place actor, Place place) {
        switch (property) {
            case "mbox" -> Value.mailbox(value, place);
            case "mbox_sha1sum" -> Value.sha1(value, place);
            case "openid" -> Value.uri(value, place);
            case "account" -> account(value, place);
            default -> throw Defect.unknown(actor, property);
        }
        return 1;
    }

    private static void account(JsonNode value, Place place) {
        ObjectNode account = Value.object(value, place);
        for (var property : account.properties()) {
            Place at = place.at(property.getKey());
            switch (property.getKey()) {
                case "homePage" -> Value.iri(property.getValue(), at);
                case "name" -> Value.text(property.getValue(), at);
                default -> throw Defect.unknown(place, property.getKey());
            }
        }
        Rules.mustHave(account, place, "homePage");
        Rules.mustHave(account, place, "name");
    }

    private static void mustSay(String type, JsonNode value, Place place) {
        if (!value.asText().equals(type)) {
            throw Defect.notOneOf(place, type);
        }
    }
}
