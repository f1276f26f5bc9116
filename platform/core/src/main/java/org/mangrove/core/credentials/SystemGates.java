package org.mangrove.core.credentials;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.mangrove.core.credentials.SystemGate.KnownSystem;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.sdk.Message;

/** Which systems a tenant may be connected with, by all that have a say in it. */
@ApplicationScoped
public class SystemGates {

    @Inject
    Instance<SystemGate> gates;

    public List<KnownSystem> systems(TenantProfile tenant) {
        return gates.stream().flatMap(gate -> gate.systems(tenant).stream()).toList();
    }

    public Optional<Message> objectionToNew(TenantProfile tenant, String component) {
        return first(gate -> gate.objectionToNew(tenant, component));
    }

    public Optional<Message> objectionTo(TenantProfile tenant, String component) {
        return first(gate -> gate.objectionTo(tenant, component));
    }

    public Optional<Message> warningAbout(TenantProfile tenant, String component) {
        return first(gate -> gate.warningAbout(tenant, component));
    }

    private Optional<Message> first(Function<SystemGate, Optional<Message>> question) {
        return gates.stream().flatMap(gate -> question.apply(gate).stream()).findFirst();
    }
}
