package org.mangrove.core.xapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.StreamSupport;

/**
 * Takes a checked statement apart: what speaks of people, and the rest, with a {@link Mark} wherever something was taken out.
 *
 * <p>Of agents and groups that have an identity everything is taken out, and members of groups each by itself. What somebody
 * has said or done in free words (a response, extensions of result and context, what attachments are called) goes with the
 * actor. {@link WholeStatement} puts it together again, byte for byte.
 */
public final class PersonalParts {

    private final List<PersonalPart> parts = new ArrayList<>();
    private int inOthers;

    private PersonalParts() {}

    /**
     * A statement that was taken apart.
     *
     * @param rest in UTF-8
     */
    public record Apart(byte[] rest, List<PersonalPart> parts) {

        public Apart {
            parts = List.copyOf(parts);
        }
    }

    public static Apart of(ObjectNode statement) {
        var personal = new PersonalParts();
        ObjectNode rest = personal.statement(statement, Optional.empty());
        byte[] written = ExactJson.write(rest);
        if (Mark.count(written) != personal.parts.size() - personal.inOthers) {
            written = ExactJson.write(personal.withoutLookAlikes(rest));
        }
        return new Apart(written, personal.parts);
    }

    private ObjectNode statement(ObjectNode statement, Optional<AgentId> around) {
        Optional<AgentId> actor = who(statement.path("actor")).or(() -> around);
        ObjectNode rest = JsonNodeFactory.instance.objectNode();
        for (var property : statement.properties()) {
            JsonNode value = property.getValue();
            rest.set(
                    property.getKey(),
                    switch (property.getKey()) {
                        case "actor" -> agent(value);
                        case "object" -> object(value, actor);
                        case "result" -> without(value, actor, "response", "extensions");
                        case "context" -> context(value, actor);
                        case "attachments" ->
                            each(value, one -> without(one, actor, "display", "description", "fileUrl"));
                        default -> value;
                    });
        }
        return rest;
    }

    private JsonNode object(JsonNode object, Optional<AgentId> actor) {
        if (Mentions.isAgent(object)) {
            return agent(object);
        }
        return Mentions.isSubStatement(object) ? statement((ObjectNode) object, actor) : object;
    }

    private JsonNode context(JsonNode context, Optional<AgentId> actor) {
        ObjectNode rest = JsonNodeFactory.instance.objectNode();
        for (var property : without(context, actor, "extensions").properties()) {
            JsonNode value = property.getValue();
            rest.set(
                    property.getKey(),
                    switch (property.getKey()) {
                        case "instructor", "team" -> agent(value);
                        case "contextAgents" -> each(value, one -> related(one, "agent"));
                        case "contextGroups" -> each(value, one -> related(one, "group"));
                        default -> value;
                    });
        }
        return rest;
    }

    private JsonNode related(JsonNode actor, String kind) {
        ObjectNode rest = copy(actor);
        if (rest.has(kind)) {
            rest.set(kind, agent(actor.get(kind)));
        }
        return rest;
    }

    private JsonNode agent(JsonNode agentOrGroup) {
        Optional<AgentId> identity = AgentId.of(agentOrGroup);
        if (identity.isPresent()) {
            int before = parts.size();
            ObjectNode whole = withMembersApart(agentOrGroup);
            inOthers += parts.size() - before;
            return Mark.ofAgent(
                    takeOut(identity, whole),
                    agentOrGroup.path("objectType").asText("Agent").equals("Group"));
        }
        return without(withMembersApart(agentOrGroup), who(agentOrGroup), "name");
    }

    private ObjectNode withMembersApart(JsonNode group) {
        ObjectNode rest = copy(group);
        if (rest.has("member")) {
            rest.set("member", each(rest.get("member"), this::agent));
        }
        return rest;
    }

    /** Whose words they are: the first one's whom a group without an identity names. */
    private static Optional<AgentId> who(JsonNode agentOrGroup) {
        return AgentId.of(agentOrGroup)
                .or(() -> StreamSupport.stream(agentOrGroup.path("member").spliterator(), false)
                        .flatMap(member -> AgentId.of(member).stream())
                        .findFirst());
    }

    /** Words of nobody who has an identity stay where they are. */
    private ObjectNode without(JsonNode object, Optional<AgentId> whose, String... words) {
        ObjectNode rest = copy(object);
        if (whose.isPresent()) {
            for (String word : words) {
                if (rest.has(word)) {
                    rest.set(word, Mark.ofWords(takeOut(whose, rest.get(word))));
                }
            }
        }
        return rest;
    }

    private int takeOut(Optional<AgentId> whose, JsonNode value) {
        int number = parts.size();
        parts.add(new PersonalPart(number, whose, ExactJson.write(value)));
        return number;
    }

    /** Whoever writes into a definition what looks like a mark gets it back, too: it is taken out itself, and is nobody's. */
    private JsonNode withoutLookAlikes(JsonNode value) {
        if (value instanceof ObjectNode object) {
            if (Mark.isLookAlike(object)) {
                return Mark.ofWords(takeOut(Optional.empty(), object));
            }
            ObjectNode rest = JsonNodeFactory.instance.objectNode();
            object.properties().forEach(each -> rest.set(each.getKey(), withoutLookAlikes(each.getValue())));
            return rest;
        }
        return value.isArray() ? each(value, this::withoutLookAlikes) : value;
    }

    private static ObjectNode copy(JsonNode object) {
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        object.properties().forEach(property -> copy.set(property.getKey(), property.getValue()));
        return copy;
    }

    private static JsonNode each(JsonNode array, UnaryOperator<JsonNode> change) {
        ArrayNode changed = JsonNodeFactory.instance.arrayNode(array.size());
        array.forEach(element -> changed.add(change.apply(element)));
        return changed;
    }
}
