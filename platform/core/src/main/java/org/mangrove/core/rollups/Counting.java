package org.mangrove.core.rollups;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.records.IndexTerms;
import org.mangrove.core.records.StoredStatement;
import org.mangrove.core.xapi.AgentId;
import org.mangrove.core.xapi.XapiStatement;
import org.mangrove.sdk.Tenant;

/** Reads from a stored statement what is counted. */
@ApplicationScoped
class Counting {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String OBJECT_TYPE = "objectType";

    @Inject
    IndexTerms terms;

    CountedStatement read(Tenant tenant, StoredStatement stored) {
        JsonNode json = json(stored);
        String verb = json.path("verb").path("id").textValue();
        JsonNode object = json.path("object");
        String type = object.path(OBJECT_TYPE).asText("Activity");
        return new CountedStatement(
                UUID.fromString(json.path("id").textValue()),
                stored.position(),
                agent(tenant, json.path("actor")),
                agent(tenant, json.path("context").path("team")),
                terms.verb(verb),
                type.equals("Activity")
                        ? Optional.of(terms.activity(object.path("id").textValue()))
                        : Optional.empty(),
                LocalDate.ofInstant(Instant.parse(json.path("timestamp").textValue()), tenant.timeZone()),
                verb.equals(XapiStatement.VOIDED)
                        ? Optional.of(UUID.fromString(object.path("id").textValue()))
                        : Optional.empty());
    }

    /** The term of an agent or a group that has an identity. */
    Optional<UUID> agent(Tenant tenant, JsonNode agentOrGroup) {
        return AgentId.of(agentOrGroup).map(agent -> terms.agent(tenant.id(), agent));
    }

    private static JsonNode json(StoredStatement stored) {
        try {
            return JSON.readTree(stored.json());
        } catch (IOException impossible) {
            throw new UncheckedIOException("A stored statement is not JSON", impossible);
        }
    }
}
