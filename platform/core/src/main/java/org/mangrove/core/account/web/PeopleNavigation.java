package org.mangrove.core.account.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.mangrove.core.identity.Caller;
import org.mangrove.core.identity.Role;
import org.mangrove.core.pages.NavigationItem;
import org.mangrove.core.pages.NavigationSource;
import org.mangrove.sdk.Message;

/** Admins look after who belongs to their tenant. */
@ApplicationScoped
public class PeopleNavigation implements NavigationSource {

    private static final List<NavigationItem> ITEMS =
            List.of(new NavigationItem(80, "users", Message.of("account.navigation.people"), "/people"));

    @Override
    public List<NavigationItem> itemsFor(Caller caller) {
        return caller.is(Role.TENANT_ADMIN) ? ITEMS : List.of();
    }
}
