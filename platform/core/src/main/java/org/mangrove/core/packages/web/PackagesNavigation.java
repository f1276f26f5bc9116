package org.mangrove.core.packages.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.mangrove.core.identity.Caller;
import org.mangrove.core.identity.CoreCaller;
import org.mangrove.core.identity.CoreRole;
import org.mangrove.core.identity.Role;
import org.mangrove.core.pages.NavigationItem;
import org.mangrove.core.pages.NavigationSource;
import org.mangrove.sdk.Message;

/** Everybody takes packages; authors, reviewers and admins of a market see its desk, authors and governors of the core publish. */
@ApplicationScoped
public class PackagesNavigation implements NavigationSource {

    private static final Message PACKAGES = Message.of("packages.navigation.packages");
    private static final Message DESK = Message.of("packages.navigation.desk");
    private static final String ICON = "package";

    @Override
    public List<NavigationItem> itemsFor(CoreCaller caller) {
        return caller.is(CoreRole.AUTHOR) || caller.is(CoreRole.GOVERNOR)
                ? List.of(new NavigationItem(46, ICON, PACKAGES, PackagesResource.PLACE))
                : List.of();
    }

    @Override
    public List<NavigationItem> itemsFor(Caller caller) {
        var items = new ArrayList<NavigationItem>();
        items.add(new NavigationItem(35, ICON, PACKAGES, "/packages"));
        if (caller.is(Role.AUTHOR) || caller.is(Role.REVIEWER) || caller.is(Role.TENANT_ADMIN)) {
            items.add(new NavigationItem(46, ICON, DESK, PackageDeskResource.PLACE));
        }
        return List.copyOf(items);
    }
}
