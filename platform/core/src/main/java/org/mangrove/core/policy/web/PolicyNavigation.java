package org.mangrove.core.policy.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.mangrove.core.identity.Caller;
import org.mangrove.core.identity.CoreCaller;
import org.mangrove.core.identity.CoreRole;
import org.mangrove.core.identity.Role;
import org.mangrove.core.pages.NavigationItem;
import org.mangrove.core.pages.NavigationSource;
import org.mangrove.sdk.Message;

/** Governors and authors of the core see policies; so do authors, reviewers and admins of a market. */
@ApplicationScoped
public class PolicyNavigation implements NavigationSource {

    private static final Message POLICIES = Message.of("policy.navigation.policies");

    @Override
    public List<NavigationItem> itemsFor(CoreCaller caller) {
        return caller.is(CoreRole.AUTHOR) || caller.is(CoreRole.GOVERNOR)
                ? List.of(new NavigationItem(45, "adjustments", POLICIES, PoliciesResource.PLACE))
                : List.of();
    }

    @Override
    public List<NavigationItem> itemsFor(Caller caller) {
        return caller.is(Role.AUTHOR) || caller.is(Role.REVIEWER) || caller.is(Role.TENANT_ADMIN)
                ? List.of(new NavigationItem(45, "adjustments", POLICIES, MarketPoliciesResource.PLACE))
                : List.of();
    }
}
