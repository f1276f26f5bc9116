package org.mangrove.core.redelivery.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.mangrove.core.identity.Caller;
import org.mangrove.core.identity.Role;
import org.mangrove.core.pages.NavigationItem;
import org.mangrove.core.pages.NavigationSource;
import org.mangrove.sdk.Message;

/** Admins look after what could not be processed. */
@ApplicationScoped
public class RedeliveryNavigation implements NavigationSource {

    private static final List<NavigationItem> ITEMS = List.of(new NavigationItem(
            86, "repeat", Message.of("redelivery.navigation.dead-letters"), DeadLettersResource.PLACE));

    @Override
    public List<NavigationItem> itemsFor(Caller caller) {
        return caller.is(Role.TENANT_ADMIN) ? ITEMS : List.of();
    }
}
