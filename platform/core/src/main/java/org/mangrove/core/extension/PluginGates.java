package org.mangrove.core.extension;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.core.tenancy.TenantProfile.PluginChoice;
import org.mangrove.sdk.Message;

/** Which of the plugins that a tenant's configuration lists are held back, and why. */
@ApplicationScoped
public class PluginGates {

    @Inject
    Instance<PluginGate> gates;

    /** What the first gate says that has anything against it. */
    public Optional<Message> objectionTo(TenantProfile tenant, String plugin) {
        return gates.stream()
                .flatMap(gate -> gate.objectionTo(tenant, plugin).stream())
                .findFirst();
    }

    /** The ids of those that are held back: what they would have answered must not be kept for when they are not. */
    public Set<String> heldBack(TenantProfile tenant) {
        return tenant.plugins().stream()
                .map(PluginChoice::id)
                .filter(plugin -> objectionTo(tenant, plugin).isPresent())
                .collect(Collectors.toUnmodifiableSet());
    }
}
