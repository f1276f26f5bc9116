package org.mangrove.core.expertise.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mangrove.core.expertise.Budget;
import org.mangrove.core.expertise.Domain;
import org.mangrove.core.expertise.Expert;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.EnterpriseOwned;

/** An expert. Its id is the actor's. */
@Entity
@Table(name = "expertise_expert")
public class ExpertRow extends EnterpriseOwned {

    @Column(name = "domains", nullable = false)
    private String domains;

    @Column(name = "minutes_a_month", nullable = false)
    private int minutes;

    @Column(name = "zone", nullable = false)
    private String zone;

    @Column(name = "delegate_id")
    private @Nullable UUID delegate;

    @Column(name = "delegated_through")
    private @Nullable LocalDate delegatedThrough;

    @Column(name = "since", nullable = false, updatable = false)
    private Instant since;

    /** For Jakarta Persistence. */
    @SuppressWarnings("NullAway.Init")
    protected ExpertRow() {}

    public ExpertRow(EnterpriseId enterprise, UUID actor, Instant since) {
        super(enterprise, actor);
        this.domains = "";
        this.zone = "UTC";
        this.since = since;
    }

    public void become(List<Domain> all, Budget budget) {
        domains = all.stream().map(Domain::text).collect(Collectors.joining(" "));
        minutes = budget.minutesAMonth();
        zone = budget.zone().getId();
    }

    public void delegate(Optional<Expert.Delegation> delegation) {
        delegate = delegation.map(Expert.Delegation::to).orElse(null);
        delegatedThrough = delegation.map(Expert.Delegation::lastDay).orElse(null);
    }

    public Expert expert() {
        return new Expert(
                id(),
                Stream.of(domains.split(" "))
                        .flatMap(each -> Domain.read(each).stream())
                        .toList(),
                new Budget(minutes, ZoneId.of(zone)),
                Optional.ofNullable(delegate)
                        .flatMap(to -> Optional.ofNullable(delegatedThrough)
                                .map(through -> new Expert.Delegation(to, through))));
    }
}
