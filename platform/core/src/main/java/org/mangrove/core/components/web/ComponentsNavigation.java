package org.mangrove.core.components.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.mangrove.core.identity.Caller;
import org.mangrove.core.identity.CoreCaller;
import org.mangrove.core.identity.CoreRole;
import org.mangrove.core.identity.Role;
import org.mangrove.core.pages.NavigationItem;
import org.mangrove.core.pages.NavigationSource;
import org.mangrove.sdk.Message;

/** Where authors and governors find the register, and admins what of it is on in their market. */
@ApplicationScoped
public class ComponentsNavigation implements NavigationSource {

    private static final Message TITLE = Message.of("components.navigation.components");
    private static final List<NavigationItem> REGISTER =
            List.of(new NavigationItem(45, "plug", TITLE, ComponentsResource.PLACE));
    private static final List<NavigationItem> ENABLED =
            List.of(new NavigationItem(86, "adjustments", TITLE, EnabledResource.PLACE));

    @Override
    public List<NavigationItem> itemsFor(CoreCaller caller) {
        return caller.is(CoreRole.AUTHOR) || caller.is(CoreRole.GOVERNOR) ? REGISTER : List.of();
    }

    @Override
    public List<NavigationItem> itemsFor(Caller caller) {
        return caller.is(Role.TENANT_ADMIN) ? ENABLED : List.of();
    }
}
