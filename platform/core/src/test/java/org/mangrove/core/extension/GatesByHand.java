package org.mangrove.core.extension;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.sdk.Message;

/** Holds back the plugins that a test names, and no other. */
final class GatesByHand extends PluginGates {

    final Set<String> heldBack = new HashSet<>();

    static GatesByHand open() {
        return new GatesByHand();
    }

    @Override
    public Optional<Message> objectionTo(TenantProfile tenant, String plugin) {
        return heldBack.contains(plugin) ? Optional.of(Message.of("components.why.unknown")) : Optional.empty();
    }
}
