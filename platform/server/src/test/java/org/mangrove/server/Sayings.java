package org.mangrove.server;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.mangrove.core.database.AgainIfOvertaken;
import org.mangrove.core.records.Activities;
import org.mangrove.core.xapi.ActivityDefinition;
import org.mangrove.sdk.TenantId;

/** Says what activities are, in transactions that may fail. */
@ApplicationScoped
public class Sayings {

    @Inject
    Activities activities;

    @AgainIfOvertaken
    @Transactional
    public void say(TenantId tenant, String iri, String language, String name) {
        activities.remember(tenant, List.of(new ActivityDefinition(iri, named(language, name))));
    }

    @Transactional
    public void sayAndFail(TenantId tenant, String iri, String language, String name) {
        say(tenant, iri, language, name);
        throw new IllegalStateException("on purpose");
    }

    static ObjectNode named(String language, String name) {
        ObjectNode definition = JsonNodeFactory.instance.objectNode();
        definition.putObject("name").put(language, name);
        return definition;
    }
}
