package org.mangrove.core.xapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A statement that agrees with the standard, and what can be asked of it.
 *
 * <p>It does not change; whoever is given a part of it leaves that part as it is.
 */
public final class XapiStatement {

    /** The verb that takes another statement back. */
    public static final String VOIDED = "http://adlnet.gov/expapi/verbs/voided";

    private final ObjectNode json;
    private final Place place;
    private final StatementReader reader;

    /**
     * @param place where in the body it stood
     * @param reader by which another form of it can be read
     */
    XapiStatement(ObjectNode checked, Place place, StatementReader reader) {
        this.json = checked;
        this.place = place;
        this.reader = reader;
    }

    /**
     * The statement as it was sent, but moments are in UTC and the activities of a context stand in arrays. The object is
     * a new one each time: a property that is set or removed there is not changed here. What lies deeper is shared.
     */
    public ObjectNode json() {
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        return copy.setAll(json);
    }

    public Optional<UUID> id() {
        return uuid(json.path("id"));
    }

    public JsonNode actor() {
        return json.path("actor");
    }

    /** Who did it; empty for a group that has members and no identity. */
    public Optional<AgentId> actorId() {
        return AgentId.of(actor());
    }

    /** For which team it was done, if the context names one that has an identity. */
    public Optional<AgentId> team() {
        return AgentId.of(json.path("context").path("team"));
    }

    /** The IRI of what was done. */
    public String verb() {
        return json.path("verb").path("id").textValue();
    }

    /** The object's IRI, if it is an activity. */
    public Optional<String> activity() {
        return Mentions.activity(json.path("object"));
    }

    /** The statement that this one is about, if it is about one. */
    public Optional<UUID> refersTo() {
        JsonNode object = json.path("object");
        return object.path("objectType").asText("").equals("StatementRef") ? uuid(object.path("id")) : Optional.empty();
    }

    /** Whether it takes back the statement that it refers to. */
    public boolean voids() {
        return verb().equals(VOIDED);
    }

    public Optional<UUID> registration() {
        return uuid(json.path("context").path("registration"));
    }

    /** When it happened, if the statement says so. */
    public Optional<Instant> timestamp() {
        return Optional.ofNullable(json.path("timestamp").textValue())
                .flatMap(text -> Timestamps.read(text, XapiVersion.V2_0_0));
    }

    /** Whom a question about an agent finds besides {@link #actorId()}: the object, and members of groups. */
    public Set<AgentId> agents() {
        return new Mentions(json).agents();
    }

    /** Whom only a question about related agents finds: neither the above nor the authority. */
    public Set<AgentId> relatedAgents() {
        return new Mentions(json).relatedAgents();
    }

    /** What only a question about related activities finds: not {@link #activity()} itself. */
    public Set<String> relatedActivities() {
        return new Mentions(json).relatedActivities();
    }

    /** Every activity in it that comes with a definition, in the order of the statement, the same one perhaps twice. */
    public List<ActivityDefinition> definitions() {
        return new Mentions(json).definitions();
    }

    /** The files that it names, its sub-statement's included. */
    public List<AttachmentClaim> attachments() {
        return new Mentions(json).attachments();
    }

    /**
     * Whether the other says the same, by the standard's rules of comparison: such a statement may be sent again. Ids and
     * moments count only if both have them; what the store sets, displays, definitions and signatures do not count.
     */
    public boolean says(XapiStatement other) {
        return Meaning.isSame(json, other.json);
    }

    Place place() {
        return place;
    }

    StatementReader reader() {
        return reader;
    }

    private static Optional<UUID> uuid(JsonNode text) {
        return Optional.ofNullable(text.textValue()).map(UUID::fromString);
    }
}
