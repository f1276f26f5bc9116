package org.mangrove.core.forwarding.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.mangrove.core.identity.Caller;
import org.mangrove.core.identity.Role;
import org.mangrove.core.pages.NavigationItem;
import org.mangrove.core.pages.NavigationSource;
import org.mangrove.sdk.Message;

/** Admins say where their tenant's records go. */
@ApplicationScoped
public class ForwardingNavigation implements NavigationSource {

    private static final List<NavigationItem> ITEMS = List.of(
            new NavigationItem(85, "send", Message.of("forwarding.navigation.forwarders"), ForwardersResource.PLACE));

    @Override
    public List<NavigationItem> itemsFor(Caller caller) {
        return caller.is(Role.TENANT_ADMIN) ? ITEMS : List.of();
    }
}
