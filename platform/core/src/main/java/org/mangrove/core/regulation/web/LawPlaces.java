package org.mangrove.core.regulation.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.mangrove.core.governance.AssetPlaces;
import org.mangrove.core.identity.Caller;
import org.mangrove.core.identity.CoreCaller;
import org.mangrove.core.identity.Role;
import org.mangrove.core.regulation.LawChange;

/** What is decided about a change of a law is shown on its page. */
@ApplicationScoped
public class LawPlaces implements AssetPlaces {

    @Override
    public Optional<String> find(CoreCaller caller, String type, String asset) {
        return type.equals(LawChange.TYPE) ? Optional.of(LawChangesResource.PLACE + "/" + asset) : Optional.empty();
    }

    @Override
    public Optional<String> find(Caller caller, String type, String asset) {
        boolean mayGoThere = caller.is(Role.TENANT_ADMIN) || caller.is(Role.REVIEWER);
        return type.equals(LawChange.TYPE) && mayGoThere
                ? Optional.of(LawProofsResource.PLACE + "/" + asset)
                : Optional.empty();
    }
}
