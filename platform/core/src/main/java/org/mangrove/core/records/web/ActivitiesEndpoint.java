package org.mangrove.core.records.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.mangrove.core.credentials.Scope;
import org.mangrove.core.credentials.XapiCaller;
import org.mangrove.core.records.Activities;

/** What an activity is, by all that statements have said of it. One of which nothing is known is an activity, too. */
@ApplicationScoped
class ActivitiesEndpoint implements XapiEndpoint {

    private static final String ACTIVITY = "activityId";

    @Inject
    Activities activities;

    @Override
    public String path() {
        return "activities";
    }

    @Override
    public Set<String> methods() {
        return Set.of("GET");
    }

    @Override
    public XapiAnswer answer(XapiCaller caller, XapiRequest request) {
        caller.mustMay(Scope.STATEMENTS_READ, Scope.PROFILE, Scope.ALL_READ);
        String iri = new AskedParameters(request, Set.of(ACTIVITY)).iri(ACTIVITY);
        var activity = JsonNodeFactory.instance.objectNode();
        activity.put("objectType", "Activity");
        activity.put("id", iri);
        activities
                .find(caller.tenant().tenant().id(), iri)
                .ifPresent(definition -> activity.set("definition", definition));
        return XapiAnswer.json(200, activity);
    }
}
