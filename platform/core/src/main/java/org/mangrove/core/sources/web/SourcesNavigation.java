package org.mangrove.core.sources.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.mangrove.core.identity.Caller;
import org.mangrove.core.identity.Role;
import org.mangrove.core.pages.NavigationItem;
import org.mangrove.core.pages.NavigationSource;
import org.mangrove.sdk.Message;

/** Admins see how the systems are doing that send and read their tenant's records. */
@ApplicationScoped
public class SourcesNavigation implements NavigationSource {

    private static final NavigationItem SOURCES =
            new NavigationItem(84, "chart-bar", Message.of("sources.navigation.sources"), SourcesResource.PLACE);

    @Override
    public List<NavigationItem> itemsFor(Caller caller) {
        return caller.is(Role.TENANT_ADMIN) ? List.of(SOURCES) : List.of();
    }
}
