package org.mangrove.core.adaptation.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.mangrove.core.identity.Caller;
import org.mangrove.core.identity.CoreCaller;
import org.mangrove.core.identity.CoreRole;
import org.mangrove.core.identity.Role;
import org.mangrove.core.pages.NavigationItem;
import org.mangrove.core.pages.NavigationSource;
import org.mangrove.sdk.Message;

/** A market's authors say things in its own way; its reviewers see what they say; headquarters sees how much that is. */
@ApplicationScoped
public class AdaptationsNavigation implements NavigationSource {

    private static final List<NavigationItem> ITEMS = List.of(
            new NavigationItem(40, "edit", Message.of("adaptation.navigation.adaptations"), AdaptationsResource.PLACE));

    private static final List<NavigationItem> ABOVE = List.of(
            new NavigationItem(20, "layout-grid", Message.of("adaptation.navigation.markets"), MarketsResource.PLACE),
            new NavigationItem(21, "send", Message.of("adaptation.navigation.proposals"), ProposalsResource.PLACE));

    @Override
    public List<NavigationItem> itemsFor(CoreCaller caller) {
        return caller.is(CoreRole.AUTHOR) || caller.is(CoreRole.GOVERNOR) ? ABOVE : List.of();
    }

    @Override
    public List<NavigationItem> itemsFor(Caller caller) {
        return caller.is(Role.AUTHOR) || caller.is(Role.REVIEWER) ? ITEMS : List.of();
    }
}
