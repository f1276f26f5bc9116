package org.mangrove.core.records.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.mangrove.core.identity.Caller;
import org.mangrove.core.identity.Role;
import org.mangrove.core.pages.NavigationItem;
import org.mangrove.core.pages.NavigationSource;
import org.mangrove.sdk.Message;

/** Admins see their tenant's records, and say which other systems may use them. */
@ApplicationScoped
public class RecordsNavigation implements NavigationSource {

    private static final List<NavigationItem> ITEMS = List.of(
            new NavigationItem(81, "list-check", Message.of("records.navigation.statements"), StatementsResource.PLACE),
            new NavigationItem(82, "plug", Message.of("records.navigation.credentials"), CredentialsResource.PLACE),
            new NavigationItem(84, "chart-bar", Message.of("records.navigation.sources"), SourcesResource.PLACE));

    @Override
    public List<NavigationItem> itemsFor(Caller caller) {
        return caller.is(Role.TENANT_ADMIN) ? ITEMS : List.of();
    }
}
