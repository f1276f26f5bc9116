package org.mangrove.core.components;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.mangrove.core.extension.PluginGate;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.sdk.Message;

/** Holds a plugin back that has no entry in the register that holds today. */
@ApplicationScoped
public class PluginPermits implements PluginGate {

    @Inject
    Permits permits;

    @Override
    public Optional<Message> objectionTo(TenantProfile tenant, String plugin) {
        Standing standing = permits.standing(tenant, ComponentKind.PLUGIN, plugin);
        return standing.isOn() ? Optional.empty() : Optional.of(Message.of("components.why." + standing.word()));
    }
}
