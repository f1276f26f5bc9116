package org.mangrove.core.credentials.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.mangrove.core.identity.Caller;
import org.mangrove.core.identity.Role;
import org.mangrove.core.pages.NavigationItem;
import org.mangrove.core.pages.NavigationSource;
import org.mangrove.sdk.Message;

/** Admins say which other systems may use their tenant's records. */
@ApplicationScoped
public class CredentialsNavigation implements NavigationSource {

    private static final NavigationItem SYSTEMS =
            new NavigationItem(82, "plug", Message.of("credentials.navigation.systems"), CredentialsResource.PLACE);

    @Override
    public List<NavigationItem> itemsFor(Caller caller) {
        return caller.is(Role.TENANT_ADMIN) ? List.of(SYSTEMS) : List.of();
    }
}
