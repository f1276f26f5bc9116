package org.mangrove.core.authoring.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.mangrove.core.identity.CoreCaller;
import org.mangrove.core.identity.CoreRole;
import org.mangrove.core.pages.NavigationItem;
import org.mangrove.core.pages.NavigationSource;
import org.mangrove.sdk.Message;

/** Authors of the core write. */
@ApplicationScoped
public class AuthoringNavigation implements NavigationSource {

    private static final List<NavigationItem> ITEMS =
            List.of(new NavigationItem(15, "edit", Message.of("authoring.drafts.title"), DraftPlaces.ALL));

    @Override
    public List<NavigationItem> itemsFor(CoreCaller caller) {
        return caller.is(CoreRole.AUTHOR) ? ITEMS : List.of();
    }
}
