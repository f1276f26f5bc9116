package org.mangrove.core.expertise.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.mangrove.core.identity.CoreCaller;
import org.mangrove.core.pages.NavigationItem;
import org.mangrove.core.pages.NavigationSource;
import org.mangrove.sdk.Message;

/** Where members of the core see what waits for them. */
@ApplicationScoped
public class ExpertsNavigation implements NavigationSource {

    private static final List<NavigationItem> ITEMS =
            List.of(new NavigationItem(40, "clock", Message.of("expertise.navigation.experts"), "/experts"));

    @Override
    public List<NavigationItem> itemsFor(CoreCaller caller) {
        return ITEMS;
    }
}
