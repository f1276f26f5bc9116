package org.mangrove.core.learning.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.mangrove.core.identity.Caller;
import org.mangrove.core.pages.NavigationItem;
import org.mangrove.core.pages.NavigationSource;
import org.mangrove.sdk.Message;

/** Where learners go. */
@ApplicationScoped
public class LearningNavigation implements NavigationSource {

    private static final List<NavigationItem> ITEMS = List.of(
            new NavigationItem(10, "home", Message.of("learning.navigation.home"), "/learning"),
            new NavigationItem(20, "layout-grid", Message.of("learning.navigation.catalogue"), "/catalogue"),
            new NavigationItem(30, "certificate", Message.of("learning.navigation.transcript"), "/transcript"));

    @Override
    public List<NavigationItem> itemsFor(Caller caller) {
        return ITEMS;
    }
}
