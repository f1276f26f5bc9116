package org.mangrove.core.records.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Set;
import org.mangrove.core.credentials.XapiCaller;
import org.mangrove.core.records.DocumentHolder.ActivityProfile;

/** What is noted of an activity, whoever takes part in it. */
@ApplicationScoped
class ActivityProfileEndpoint implements XapiEndpoint {

    private static final String ACTIVITY = "activityId";

    @Inject
    ProfileExchange profiles;

    @Override
    public String path() {
        return "activities/profile";
    }

    @Override
    public Set<String> methods() {
        return ProfileExchange.METHODS;
    }

    @Override
    public XapiAnswer answer(XapiCaller caller, XapiRequest request) throws IOException {
        return profiles.answer(caller, request, ACTIVITY, asked -> new ActivityProfile(asked.iri(ACTIVITY)));
    }
}
