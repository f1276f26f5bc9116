package org.mangrove.core.adaptation.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.mangrove.core.content.AssetVersion;
import org.mangrove.core.governance.AssetPlaces;
import org.mangrove.core.identity.Caller;
import org.mangrove.core.identity.Role;

/** What a market decides about a course is decided on the course's page among its local texts. */
@ApplicationScoped
public class AdaptationPlaces implements AssetPlaces {

    @Override
    public Optional<String> find(Caller caller, String type, String asset) {
        boolean mayGoThere = caller.is(Role.AUTHOR) || caller.is(Role.REVIEWER);
        return type.equals(AssetVersion.TYPE) && mayGoThere
                ? Optional.of(AdaptationsResource.PLACE + "/" + asset)
                : Optional.empty();
    }
}
