package org.mangrove.core.approval.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.mangrove.core.identity.CoreCaller;
import org.mangrove.core.pages.NavigationItem;
import org.mangrove.core.pages.NavigationSource;
import org.mangrove.sdk.Message;

/** Everybody in the core can be asked to agree to something. */
@ApplicationScoped
public class ApprovalNavigation implements NavigationSource {

    private static final List<NavigationItem> ITEMS = List.of(
            new NavigationItem(25, "checklist", Message.of("approval.navigation.approvals"), ApprovalsResource.PLACE));

    @Override
    public List<NavigationItem> itemsFor(CoreCaller caller) {
        return ITEMS;
    }
}
