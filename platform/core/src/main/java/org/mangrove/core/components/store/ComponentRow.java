package org.mangrove.core.components.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mangrove.core.components.Component;
import org.mangrove.core.components.Decision;
import org.mangrove.core.components.Terms;
import org.mangrove.core.tenancy.Definitions;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.EnterpriseOwned;

/** An entry of the register of components. */
@Entity
@Table(name = "components_component")
public class ComponentRow extends EnterpriseOwned {

    @Column(name = "component_key", nullable = false, updatable = false)
    private String componentKey;

    @Column(name = "terms", nullable = false)
    private String terms;

    @Column(name = "owner_id")
    private @Nullable UUID owner;

    @Column(name = "steward_id")
    private @Nullable UUID steward;

    @Column(name = "decision", nullable = false)
    private String decision;

    @Column(name = "last_day")
    private @Nullable LocalDate lastDay;

    @Column(name = "reason", nullable = false)
    private String reason;

    @Column(name = "decided_at", nullable = false)
    private Instant decidedAt;

    @Column(name = "reminded_day")
    private @Nullable LocalDate remindedDay;

    /** For Jakarta Persistence. */
    @SuppressWarnings("NullAway.Init")
    protected ComponentRow() {}

    public ComponentRow(EnterpriseId enterprise, Component component) {
        super(enterprise, component.id());
        this.componentKey = component.key();
        say(component.terms(), component.owner(), component.steward());
        decide(component.decision(), component.lastDay(), component.reason(), component.decidedAt());
    }

    public final void say(Terms said, Optional<UUID> newOwner, Optional<UUID> newSteward) {
        terms = Definitions.write(said);
        owner = newOwner.orElse(null);
        steward = newSteward.orElse(null);
    }

    /** Whoever was reminded of another day is reminded anew. */
    public final void decide(Decision decided, Optional<LocalDate> day, String why, Instant now) {
        decision = decided.name();
        lastDay = day.orElse(null);
        reason = why;
        decidedAt = now;
        remindedDay = null;
    }

    /** Nobody answers for it any more who is forgotten. @return whether they did */
    public boolean forget(UUID actor) {
        boolean wasOwner = actor.equals(owner);
        boolean wasSteward = actor.equals(steward);
        owner = wasOwner ? null : owner;
        steward = wasSteward ? null : steward;
        return wasOwner || wasSteward;
    }

    /** The day of which the owner was reminded last. */
    public Optional<LocalDate> remindedOf() {
        return Optional.ofNullable(remindedDay);
    }

    public void remindedOf(LocalDate day) {
        remindedDay = day;
    }

    public Component component() {
        return new Component(
                id(),
                componentKey,
                Definitions.read(terms, Terms.class),
                Optional.ofNullable(owner),
                Optional.ofNullable(steward),
                Decision.valueOf(decision),
                Optional.ofNullable(lastDay),
                reason,
                decidedAt);
    }
}
