package org.mangrove.core.governance.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.mangrove.core.identity.Caller;
import org.mangrove.core.identity.CoreCaller;
import org.mangrove.core.identity.CoreRole;
import org.mangrove.core.identity.Role;
import org.mangrove.core.pages.NavigationItem;
import org.mangrove.core.pages.NavigationSource;
import org.mangrove.sdk.Message;

/** Whoever decides, reviews or looks after a market reads what was decided; so does whoever works in the core. */
@ApplicationScoped
public class GovernanceNavigation implements NavigationSource {

    private static final Message TITLE = Message.of("governance.decisions.title");
    private static final List<NavigationItem> OF_TENANT =
            List.of(new NavigationItem(42, "scale", TITLE, DecisionsResource.PLACE));
    private static final List<NavigationItem> OF_CORE =
            List.of(new NavigationItem(20, "scale", TITLE, CoreDecisionsResource.PLACE));

    @Override
    public List<NavigationItem> itemsFor(Caller caller) {
        return caller.is(Role.AUTHOR) || caller.is(Role.REVIEWER) || caller.is(Role.TENANT_ADMIN)
                ? OF_TENANT
                : List.of();
    }

    @Override
    public List<NavigationItem> itemsFor(CoreCaller caller) {
        return caller.is(CoreRole.AUTHOR) || caller.is(CoreRole.GOVERNOR) ? OF_CORE : List.of();
    }
}
