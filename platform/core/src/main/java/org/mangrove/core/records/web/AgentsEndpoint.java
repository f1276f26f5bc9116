package org.mangrove.core.records.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.mangrove.core.credentials.Scope;
import org.mangrove.core.credentials.XapiCaller;
import org.mangrove.core.xapi.AgentId;

/**
 * Somebody as a Person of xAPI.
 *
 * <p>It says no more than the request did: two names of one person are not brought together here, and what statements call
 * people is not handed to whoever asks for one of them.
 */
@ApplicationScoped
class AgentsEndpoint implements XapiEndpoint {

    private static final String AGENT = "agent";
    private static final String NAME = "name";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public String path() {
        return "agents";
    }

    @Override
    public Set<String> methods() {
        return Set.of("GET");
    }

    @Override
    public XapiAnswer answer(XapiCaller caller, XapiRequest request) {
        caller.mustMay(Scope.STATEMENTS_READ, Scope.PROFILE, Scope.ALL_READ);
        var asked = new AskedParameters(request, Set.of(AGENT));
        AgentId agent = asked.agent(AGENT);
        ObjectNode person = JsonNodeFactory.instance.objectNode().put("objectType", "Person");
        JsonNode name = parsed(request.parameter(AGENT).orElseThrow()).path(NAME);
        if (name.isTextual()) {
            person.putArray(NAME).add(name);
        }
        String property = agent.kind().property();
        person.putArray(property).add(agent.json().path(property));
        return XapiAnswer.json(200, person);
    }

    private static JsonNode parsed(String readAlready) {
        try {
            return JSON.readTree(readAlready);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("It was read as an agent", impossible);
        }
    }
}
