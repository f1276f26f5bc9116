package org.mangrove.core.records.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.mangrove.core.identity.Caller;
import org.mangrove.core.identity.Role;
import org.mangrove.core.pages.NavigationItem;
import org.mangrove.core.pages.NavigationSource;
import org.mangrove.sdk.Message;

/** Admins see their tenant's records. */
@ApplicationScoped
public class RecordsNavigation implements NavigationSource {

    private static final NavigationItem STATEMENTS =
            new NavigationItem(81, "list-check", Message.of("records.navigation.statements"), StatementsResource.PLACE);

    @Override
    public List<NavigationItem> itemsFor(Caller caller) {
        return caller.is(Role.TENANT_ADMIN) ? List.of(STATEMENTS) : List.of();
    }
}
