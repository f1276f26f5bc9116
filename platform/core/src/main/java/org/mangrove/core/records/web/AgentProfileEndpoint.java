package org.mangrove.core.records.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Set;
import org.mangrove.core.credentials.XapiCaller;
import org.mangrove.core.records.DocumentHolder.AgentProfile;

/** What is noted of somebody, whatever they take part in. */
@ApplicationScoped
class AgentProfileEndpoint implements XapiEndpoint {

    private static final String AGENT = "agent";

    @Inject
    ProfileExchange profiles;

    @Override
    public String path() {
        return "agents/profile";
    }

    @Override
    public Set<String> methods() {
        return ProfileExchange.METHODS;
    }

    @Override
    public XapiAnswer answer(XapiCaller caller, XapiRequest request) throws IOException {
        return profiles.answer(caller, request, AGENT, asked -> new AgentProfile(asked.agent(AGENT)));
    }
}
