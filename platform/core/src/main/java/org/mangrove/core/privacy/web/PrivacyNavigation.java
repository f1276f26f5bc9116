package org.mangrove.core.privacy.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.mangrove.core.identity.Caller;
import org.mangrove.core.identity.Role;
import org.mangrove.core.pages.NavigationItem;
import org.mangrove.core.pages.NavigationSource;
import org.mangrove.sdk.Message;

/** Admins answer for people's data. */
@ApplicationScoped
public class PrivacyNavigation implements NavigationSource {

    private static final List<NavigationItem> ITEMS = List.of(new NavigationItem(
            87, "shield-check", Message.of("privacy.navigation.privacy"), PrivacyAdminResource.PLACE));

    @Override
    public List<NavigationItem> itemsFor(Caller caller) {
        return caller.is(Role.TENANT_ADMIN) ? ITEMS : List.of();
    }
}
