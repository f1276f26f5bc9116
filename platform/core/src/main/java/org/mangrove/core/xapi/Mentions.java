package org.mangrove.core.xapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Who and what comes up in a checked statement, beyond its actor and its activity. */
final class Mentions {

    private static final List<String> CONTEXT_ACTIVITIES = List.of("parent", "grouping", "category", "other");

    private final ObjectNode statement;

    Mentions(ObjectNode statement) {
        this.statement = statement;
    }

    /** Whom a question about an agent finds besides the actor itself: the object, and members of either. */
    Set<AgentId> agents() {
        var found = new LinkedHashSet<AgentId>();
        addMembers(statement.path("actor"), found);
        JsonNode object = statement.path("object");
        if (isAgent(object)) {
            addWithMembers(object, found);
        }
        AgentId.of(statement.path("actor")).ifPresent(found::remove);
        return found;
    }

    /** Whom only a question about related agents finds. */
    Set<AgentId> relatedAgents() {
        var found = new LinkedHashSet<AgentId>();
        addOfContext(statement.path("context"), found);
        JsonNode object = statement.path("object");
        if (isSubStatement(object)) {
            addWithMembers(object.path("actor"), found);
            if (isAgent(object.path("object"))) {
                addWithMembers(object.path("object"), found);
            }
            addOfContext(object.path("context"), found);
        }
        AgentId.of(statement.path("actor")).ifPresent(found::remove);
        found.removeAll(agents());
        return found;
    }

    /** What only a question about related activities finds. */
    Set<String> relatedActivities() {
        var found = new LinkedHashSet<String>();
        for (JsonNode activity : activities()) {
            found.add(activity.path("id").textValue());
        }
        activity(statement.path("object")).ifPresent(found::remove);
        return found;
    }

    List<ActivityDefinition> definitions() {
        var found = new ArrayList<ActivityDefinition>();
        for (JsonNode activity : activities()) {
            if (activity.path("definition") instanceof ObjectNode definition) {
                found.add(new ActivityDefinition(activity.path("id").textValue(), definition));
            }
        }
        return found;
    }

    List<AttachmentClaim> attachments() {
        var found = new ArrayList<AttachmentClaim>();
        addAttachments(statement, found);
        if (isSubStatement(statement.path("object"))) {
            addAttachments(statement.path("object"), found);
        }
        return found;
    }

    static Optional<String> activity(JsonNode object) {
        String type = object.path("objectType").asText("Activity");
        return type.equals("Activity") ? Optional.ofNullable(object.path("id").textValue()) : Optional.empty();
    }

    static boolean isSubStatement(JsonNode object) {
        return object.path("objectType").asText("").equals("SubStatement");
    }

    static boolean isAgent(JsonNode object) {
        String type = object.path("objectType").asText("");
        return type.equals("Agent") || type.equals("Group");
    }

    private List<JsonNode> activities() {
        var found = new ArrayList<JsonNode>();
        addActivities(statement, found);
        if (isSubStatement(statement.path("object"))) {
            addActivities(statement.path("object"), found);
        }
        return found;
    }

    private static void addActivities(JsonNode statement, List<JsonNode> found) {
        JsonNode object = statement.path("object");
        if (activity(object).isPresent()) {
            found.add(object);
        }
        JsonNode related = statement.path("context").path("contextActivities");
        for (String kind : CONTEXT_ACTIVITIES) {
            JsonNode activities = related.path(kind);
            if (activities.isArray()) {
                activities.forEach(found::add);
            } else if (activities.isObject()) {
                found.add(activities);
            }
        }
    }

    private static void addOfContext(JsonNode context, Set<AgentId> found) {
        addWithMembers(context.path("instructor"), found);
        addWithMembers(context.path("team"), found);
        context.path("contextAgents").forEach(agent -> addWithMembers(agent.path("agent"), found));
        context.path("contextGroups").forEach(group -> addWithMembers(group.path("group"), found));
    }

    private static void addWithMembers(JsonNode agentOrGroup, Set<AgentId> found) {
        AgentId.of(agentOrGroup).ifPresent(found::add);
        addMembers(agentOrGroup, found);
    }

    private static void addMembers(JsonNode group, Set<AgentId> found) {
        for (JsonNode member : group.path("member")) {
            AgentId.of(member).ifPresent(found::add);
        }
    }

    private static void addAttachments(JsonNode statement, List<AttachmentClaim> found) {
        for (JsonNode attachment : statement.path("attachments")) {
            found.add(new AttachmentClaim(
                    attachment.path("sha2").asText().toLowerCase(Locale.ROOT),
                    attachment.path("contentType").asText(),
                    attachment.path("length").asLong(),
                    Optional.ofNullable(attachment.path("fileUrl").textValue()),
                    attachment.path("usageType").asText()));
        }
    }
}
