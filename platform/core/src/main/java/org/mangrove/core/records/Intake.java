package org.mangrove.core.records;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.credentials.XapiCaller;
import org.mangrove.core.database.Uuids;
import org.mangrove.core.records.NewStatement.Attachment;
import org.mangrove.core.records.NewStatement.Mention;
import org.mangrove.core.records.NewStatement.Part;
import org.mangrove.core.records.NewStatement.Reference;
import org.mangrove.core.xapi.AgentId;
import org.mangrove.core.xapi.PersonalParts;
import org.mangrove.core.xapi.XapiStatement;
import org.mangrove.core.xapi.XapiVersion;
import org.mangrove.sdk.Tenant;
import org.mangrove.sdk.TenantId;

/** Makes a row of a statement: gives it what the store has to say of it, and finds out what it will be asked for by. */
@ApplicationScoped
class Intake {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    @Inject
    IndexTerms terms;

    /**
     * @param id what it is called from now on
     * @param version in which it was sent
     * @param attachments that came with it and lie in the object store
     */
    NewStatement take(
            XapiCaller caller, UUID id, XapiStatement statement, XapiVersion version, List<Attachment> attachments) {
        Tenant tenant = caller.tenant().tenant();
        UUID position = Uuids.next();
        Instant stored = Positions.time(position);
        Optional<AgentId> actor = statement.actorId();
        PersonalParts.Apart apart =
                PersonalParts.of(written(statement.json(), id, stored, caller.authority(), version));
        return new NewStatement(
                tenant.id(),
                position,
                id,
                caller.source(),
                actor.map(agent -> terms.agent(tenant.id(), agent)),
                terms.verb(statement.verb()),
                statement.activity().map(terms::activity),
                statement.team().map(agent -> terms.agent(tenant.id(), agent)),
                statement.registration(),
                LocalDate.ofInstant(statement.timestamp().orElse(stored), tenant.timeZone()),
                caller.evidence(),
                mentions(tenant.id(), statement, actor),
                statement.refersTo().map(target -> new Reference(target, statement.voids())),
                statement.definitions(),
                attachments,
                apart.rest(),
                parts(tenant.id(), apart));
    }

    private List<Part> parts(TenantId tenant, PersonalParts.Apart apart) {
        var persons = new HashMap<AgentId, UUID>();
        return apart.parts().stream()
                .map(part -> new Part(
                        part.number(),
                        part.whose().map(who -> persons.computeIfAbsent(who, agent -> terms.agent(tenant, agent))),
                        part.json()))
                .toList();
    }

    private Map<UUID, Mention> mentions(TenantId tenant, XapiStatement statement, Optional<AgentId> actor) {
        var mentions = new HashMap<UUID, Mention>();
        for (AgentId agent : statement.agents()) {
            mentions.put(terms.agent(tenant, agent), Mention.AGENT);
        }
        for (AgentId agent : statement.relatedAgents()) {
            mentions.putIfAbsent(terms.agent(tenant, agent), Mention.RELATED_AGENT);
        }
        for (String activity : statement.relatedActivities()) {
            mentions.putIfAbsent(terms.activity(activity), Mention.RELATED_ACTIVITY);
        }
        actor.ifPresent(agent -> mentions.remove(terms.agent(tenant, agent)));
        statement.activity().ifPresent(activity -> mentions.remove(terms.activity(activity)));
        return mentions;
    }

    private static ObjectNode written(
            ObjectNode sent, UUID id, Instant stored, ObjectNode authority, XapiVersion version) {
        var whole = new ObjectNode(JsonNodeFactory.instance);
        whole.put("id", id.toString());
        sent.properties().forEach(property -> {
            if (!property.getKey().equals("id")) {
                whole.set(property.getKey(), property.getValue());
            }
        });
        String time = TIME.format(stored);
        if (!whole.has("timestamp")) {
            whole.put("timestamp", time);
        }
        whole.put("stored", time);
        whole.set("authority", authority);
        if (!whole.has("version")) {
            whole.put("version", version == XapiVersion.V1_0_3 ? "1.0.0" : version.text());
        }
        return whole;
    }
}
