package org.mangrove.core.forwarding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.mangrove.core.credentials.CredentialKey;
import org.mangrove.core.forwarding.OutgoingStatement.Impossible;
import org.mangrove.core.forwarding.OutgoingStatement.Json;
import org.mangrove.core.forwarding.OutgoingStatement.LeftOut;
import org.mangrove.core.forwarding.OutgoingStatement.Ready;
import org.mangrove.core.records.NewStatement.Attachment;
import org.mangrove.core.records.StoredStatement;
import org.mangrove.core.refusal.Refusal.Invalid;
import org.mangrove.core.xapi.AgentId;
import org.mangrove.core.xapi.ExactJson;
import org.mangrove.core.xapi.Limits;
import org.mangrove.core.xapi.StatementFormat;
import org.mangrove.core.xapi.StatementReader;
import org.mangrove.core.xapi.XapiStatement;
import org.mangrove.core.xapi.XapiVersion;

/**
 * Makes of what is stored what one forwarder sends. Pure: the same statement always becomes the same bytes, so that it is the
 * same to the other store when it is sent again.
 */
final class OutgoingStatements {

    /** Reads what is stored, whichever version it came in. */
    private static final StatementReader STORED = new StatementReader(XapiVersion.V2_0_0, Limits.usual());

    private static final String SIGNATURE = "http://adlnet.gov/expapi/attachments/signature";
    private static final String ATTACHMENTS = "attachments";
    private static final String SUB_STATEMENT = "SubStatement";

    private final ForwarderTerms terms;
    private final StatementTemplate template;
    private final StatementReader reader;
    private final String home;

    /** @param home the tenant's address, by which authorities of its own sources are known */
    OutgoingStatements(ForwarderTerms terms, String home) {
        this.terms = terms;
        this.template = StatementTemplate.read(terms.template());
        this.reader = new StatementReader(terms.version(), Limits.usual());
        this.home = home;
    }

    /** @param files contents that came with it and may be sent along */
    OutgoingStatement make(StoredStatement stored, List<Attachment> files) {
        XapiStatement statement = STORED.read(stored.json());
        UUID id = statement.id().orElseThrow();
        if (!terms.filter().wants(statement, source(statement))) {
            return new LeftOut(stored.position());
        }
        try {
            ObjectNode made = made(stored, id, files);
            byte[] json = ExactJson.write(made);
            XapiStatement sent = reader.read(json);
            Set<String> named = new HashSet<>();
            sent.attachments().forEach(claim -> named.add(claim.sha2()));
            return new Ready(
                    stored.position(),
                    id,
                    statement.actorId(),
                    new Json(json),
                    files.stream()
                            .filter(file -> named.contains(file.sha2().toLowerCase(Locale.ROOT)))
                            .toList(),
                    people(statement, sent));
        } catch (Invalid wrong) {
            return new Impossible(
                    stored.position(),
                    id,
                    statement.actorId(),
                    new SetAside.Wrong(wrong.place().orElse("$"), wrong.reason()));
        }
    }

    boolean wants(StoredStatement stored) {
        XapiStatement statement = STORED.read(stored.json());
        return terms.filter().wants(statement, source(statement));
    }

    static ObjectNode json(StoredStatement stored) {
        return ExactJson.read(stored.json());
    }

    /**
     * As it is sent, for somebody to look at.
     *
     * @throws Invalid if no statement comes of it
     */
    ObjectNode preview(StoredStatement stored) {
        UUID id = STORED.read(stored.json()).id().orElseThrow();
        ObjectNode made = made(stored, id, List.of());
        reader.read(ExactJson.write(made));
        return made;
    }

    private ObjectNode made(StoredStatement stored, UUID id, List<Attachment> files) {
        ObjectNode whole = ExactJson.read(stored.json());
        ObjectNode filled = template.fill(whole);
        // the other store sets these; and by the id it knows what it has been sent before
        filled.remove("stored");
        filled.remove("authority");
        filled.put("id", id.toString());
        ObjectNode made = StatementFormat.forVersion(filled, terms.version()).deepCopy();
        Set<String> there = new HashSet<>();
        files.forEach(file -> there.add(file.sha2().toLowerCase(Locale.ROOT)));
        withoutMissing(made, there);
        if (made.path("object") instanceof ObjectNode object
                && object.path("objectType").asText("").equals(SUB_STATEMENT)) {
            withoutMissing(object, there);
        }
        return made;
    }

    /** A statement that names a file which neither comes along nor lies somewhere is refused by every store. */
    private void withoutMissing(ObjectNode statement, Set<String> there) {
        if (!(statement.path(ATTACHMENTS) instanceof ArrayNode all)) {
            return;
        }
        var kept = new ArrayList<JsonNode>();
        for (JsonNode each : all) {
            boolean comes = there.contains(each.path("sha2").asText("").toLowerCase(Locale.ROOT));
            boolean holds =
                    template.isEmpty() || !each.path("usageType").asText("").equals(SIGNATURE);
            if ((comes || each.hasNonNull("fileUrl")) && holds) {
                kept.add(each);
            }
        }
        if (kept.isEmpty()) {
            statement.remove(ATTACHMENTS);
        } else {
            statement.putArray(ATTACHMENTS).addAll(kept);
        }
    }

    /** The credential that a statement came with. */
    private Optional<UUID> source(XapiStatement statement) {
        return AgentId.of(statement.json().path("authority"))
                .filter(who ->
                        who.kind() == AgentId.Kind.ACCOUNT && who.homePage().equals(home))
                .flatMap(who -> CredentialKey.read(who.value()))
                .map(CredentialKey::id)
                .or(() -> isOurs(statement) ? Optional.empty() : Optional.of(new UUID(0, 0)));
    }

    private boolean isOurs(XapiStatement statement) {
        return AgentId.of(statement.json().path("authority"))
                .filter(who -> who.homePage().equals(home))
                .isPresent();
    }

    /** Whoever is named in both is known by the same name there; an actor who is named otherwise, by that name. */
    private static Map<AgentId, AgentId> people(XapiStatement here, XapiStatement there) {
        var people = new HashMap<AgentId, AgentId>();
        Set<AgentId> told = everybody(there);
        Set<AgentId> known = everybody(here);
        for (AgentId agent : known) {
            if (told.contains(agent)) {
                people.put(agent, agent);
            }
        }
        here.actorId()
                .ifPresent(actor -> there.actorId()
                        .filter(other -> !known.contains(other))
                        .ifPresent(other -> people.put(actor, other)));
        return people;
    }

    private static Set<AgentId> everybody(XapiStatement statement) {
        var all = new HashSet<AgentId>();
        statement.actorId().ifPresent(all::add);
        all.addAll(statement.agents());
        all.addAll(statement.relatedAgents());
        return all;
    }
}
