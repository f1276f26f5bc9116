package org.mangrove.core.credentials;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mangrove.core.credentials.SystemGate.KnownSystem;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.sdk.Message;

/** Lets every system in, but for those that a test names. */
public final class SystemsByHand extends SystemGates {

    public final Set<String> heldBack = new HashSet<>();

    @Override
    public List<KnownSystem> systems(TenantProfile tenant) {
        return List.of();
    }

    @Override
    public Optional<Message> objectionToNew(TenantProfile tenant, String component) {
        return objectionTo(tenant, component);
    }

    @Override
    public Optional<Message> objectionTo(TenantProfile tenant, String component) {
        return heldBack.contains(component) ? Optional.of(Message.of("components.why.ended")) : Optional.empty();
    }

    @Override
    public Optional<Message> warningAbout(TenantProfile tenant, String component) {
        return Optional.empty();
    }
}
