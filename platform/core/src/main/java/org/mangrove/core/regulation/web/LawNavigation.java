package org.mangrove.core.regulation.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.mangrove.core.identity.Caller;
import org.mangrove.core.identity.CoreCaller;
import org.mangrove.core.identity.CoreRole;
import org.mangrove.core.identity.Role;
import org.mangrove.core.pages.NavigationItem;
import org.mangrove.core.pages.NavigationSource;
import org.mangrove.sdk.Message;

/** Whoever works on masters sees which laws change; whoever answers for a market sees what that means there. */
@ApplicationScoped
public class LawNavigation implements NavigationSource {

    private static final Message TITLE = Message.of("regulation.navigation.changes");
    private static final List<NavigationItem> OF_CORE =
            List.of(new NavigationItem(33, "bell", TITLE, LawChangesResource.PLACE));
    private static final List<NavigationItem> OF_TENANT =
            List.of(new NavigationItem(44, "bell", TITLE, LawProofsResource.PLACE));

    @Override
    public List<NavigationItem> itemsFor(CoreCaller caller) {
        return caller.is(CoreRole.AUTHOR) || caller.is(CoreRole.GOVERNOR) ? OF_CORE : List.of();
    }

    @Override
    public List<NavigationItem> itemsFor(Caller caller) {
        return caller.is(Role.TENANT_ADMIN) || caller.is(Role.REVIEWER) ? OF_TENANT : List.of();
    }
}
