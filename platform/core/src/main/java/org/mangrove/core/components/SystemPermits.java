package org.mangrove.core.components;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.mangrove.core.credentials.SystemGate;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.sdk.Message;

/** Lets a system in, or statements out to one, only while the register has an entry of it that holds. */
@ApplicationScoped
public class SystemPermits implements SystemGate {

    @Inject
    Permits permits;

    @Override
    public List<KnownSystem> systems(TenantProfile tenant) {
        LocalDate today = permits.today();
        return permits.register(tenant).map(PublishedRegister::permits).orElse(List.of()).stream()
                .filter(permit -> permit.kind() == ComponentKind.SYSTEM
                        && permit.isMeantFor(tenant.tenant().slug())
                        && permit.on(today).isOn())
                .map(permit -> new KnownSystem(permit.key(), permit.name()))
                .toList();
    }

    @Override
    public Optional<Message> objectionToNew(TenantProfile tenant, String component) {
        if (component.isEmpty() && permits.register(tenant).isPresent()) {
            return Optional.of(Message.of("components.system.say-which"));
        }
        return objectionTo(tenant, component);
    }

    @Override
    public Optional<Message> objectionTo(TenantProfile tenant, String component) {
        Standing standing = standing(tenant, component);
        return standing.isOn() ? Optional.empty() : Optional.of(Message.of("components.why." + standing.word()));
    }

    @Override
    public Optional<Message> warningAbout(TenantProfile tenant, String component) {
        return standing(tenant, component) == Standing.TO_COMPLETE
                ? permits.register(tenant)
                        .flatMap(register -> component.isEmpty()
                                ? Optional.of(register.completeBy())
                                : register.find(ComponentKind.SYSTEM, component).flatMap(Permit::lastDayOn))
                        .map(day -> Message.of("components.system.to-complete").with("day", day))
                : Optional.empty();
    }

    /** What was connected before there was a register is to be entered until a day. */
    private Standing standing(TenantProfile tenant, String component) {
        if (!component.isEmpty()) {
            return permits.standing(tenant, ComponentKind.SYSTEM, component);
        }
        return permits.register(tenant)
                .map(register -> permits.today().isAfter(register.completeBy())
                        ? Standing.NEVER_COMPLETED
                        : Standing.TO_COMPLETE)
                .orElse(Standing.NOT_KEPT);
    }
}
