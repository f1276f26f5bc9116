package org.mangrove.core.audit.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.mangrove.core.identity.CoreCaller;
import org.mangrove.core.pages.NavigationItem;
import org.mangrove.core.pages.NavigationSource;
import org.mangrove.sdk.Message;

/** Where authors and governors see what has gone wrong by lying about. */
@ApplicationScoped
public class AuditNavigation implements NavigationSource {

    private static final List<NavigationItem> ITEMS =
            List.of(new NavigationItem(35, "search", Message.of("audit.navigation.audit"), AuditResource.PLACE));

    @Override
    public List<NavigationItem> itemsFor(CoreCaller caller) {
        return ITEMS;
    }
}
