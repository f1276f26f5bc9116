package org.mangrove.core.consent.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.mangrove.core.identity.Caller;
import org.mangrove.core.pages.NavigationItem;
import org.mangrove.core.pages.NavigationSource;
import org.mangrove.sdk.Message;

/** Everybody may see what is done with their data. */
@ApplicationScoped
public class ConsentNavigation implements NavigationSource {

    private static final List<NavigationItem> ITEMS =
            List.of(new NavigationItem(90, "shield-lock", Message.of("consent.navigation.my-data"), "/my-data"));

    @Override
    public List<NavigationItem> itemsFor(Caller caller) {
        return ITEMS;
    }
}
