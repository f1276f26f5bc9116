package org.mangrove.core.forwarding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mangrove.core.forwarding.store.ErasureRows;
import org.mangrove.core.forwarding.store.ErasureRows.Over;
import org.mangrove.core.forwarding.store.ForwarderRow;
import org.mangrove.core.forwarding.store.ForwarderStore;
import org.mangrove.core.forwarding.store.SetAsideRows;
import org.mangrove.core.forwarding.store.ToldRows;
import org.mangrove.core.identity.DataSubject;
import org.mangrove.core.identity.ExpiringData;
import org.mangrove.core.records.IndexedStatement;
import org.mangrove.core.records.Statements;
import org.mangrove.core.records.StatementsChanging;
import org.mangrove.core.tenancy.Definitions;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.sdk.TenantId;

/**
 * What is remembered of forwarding, for the purpose for which a recipient gets statements.
 *
 * <p>Whom a store was told of is remembered while any statement speaks of them, however old: else nobody could ask it to forget
 * them. What was asked of it is kept from the day on which it was done; what is not done stays. That a statement was set aside
 * goes with the statement.
 */
@ApplicationScoped
public class ExpiringForwarding implements ExpiringData {

    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final int AT_ONCE = 500;

    @Inject
    ForwarderStore forwarders;

    @Inject
    ToldRows told;

    @Inject
    ErasureRows erasures;

    @Inject
    SetAsideRows asides;

    @Inject
    ErasureRequests requests;

    @Inject
    SubjectTerms terms;

    @Inject
    Statements statements;

    @Override
    public String holder() {
        return "forwarding";
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public long countBefore(TenantProfile tenant, String purpose, LocalDate day, Collection<DataSubject> held) {
        return forwardersFor(tenant, purpose)
                .mapToLong(forwarder -> forgettable(tenant, forwarder, day, held, Integer.MAX_VALUE)
                                .size()
                        + over(tenant, forwarder, day, held, Integer.MAX_VALUE).size())
                .sum();
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public long removeBefore(
            TenantProfile tenant, String purpose, LocalDate day, Collection<DataSubject> held, int most) {
        TenantId id = tenant.tenant().id();
        for (UUID forwarder : forwardersFor(tenant, purpose).toList()) {
            List<UUID> people = forgettable(tenant, forwarder, day, held, most);
            if (!people.isEmpty()) {
                told.removeOf(id, forwarder, people);
                return people.size();
            }
            List<Over> asked = over(tenant, forwarder, day, held, most);
            if (!asked.isEmpty()) {
                asked.forEach(one -> erasures.remove(id, one.id()));
                return asked.size();
            }
        }
        return 0;
    }

    void forget(@Observes StatementsChanging change) {
        if (change.after().isEmpty()) {
            asides.removeAt(
                    change.tenant(),
                    change.before().stream().map(IndexedStatement::position).toList());
        }
    }

    private Stream<UUID> forwardersFor(TenantProfile tenant, String purpose) {
        return forwarders.all(tenant.tenant().id()).stream()
                .filter(row -> Definitions.read(row.terms(), ForwarderTerms.class)
                        .purpose()
                        .equals(purpose))
                .map(ForwarderRow::id);
    }

    private List<UUID> forgettable(
            TenantProfile tenant, UUID forwarder, LocalDate day, Collection<DataSubject> held, int most) {
        TenantId id = tenant.tenant().id();
        Set<UUID> staying =
                held.stream().flatMap(who -> terms.all(tenant, who).stream()).collect(Collectors.toSet());
        return some(
                behind -> told.before(id, forwarder, begins(tenant, day), behind, AT_ONCE),
                term -> term,
                term -> !staying.contains(term) && !statements.speakOf(id, term),
                most);
    }

    private List<Over> over(
            TenantProfile tenant, UUID forwarder, LocalDate day, Collection<DataSubject> held, int most) {
        TenantId id = tenant.tenant().id();
        Set<UUID> staying =
                held.stream().map(who -> requests.reference(tenant, who)).collect(Collectors.toSet());
        return some(
                behind -> erasures.overBefore(id, forwarder, begins(tenant, day), behind, AT_ONCE),
                Over::id,
                asked -> !staying.contains(asked.subject()),
                most);
    }

    /** At most so many of those that fit, from one page after another. */
    private static <T> List<T> some(
            Function<UUID, List<T>> page, Function<T, UUID> place, Predicate<T> fits, int most) {
        return Stream.iterate(page.apply(BEFORE_ALL), there -> page.apply(place.apply(there.getLast())))
                .takeWhile(there -> !there.isEmpty())
                .flatMap(List::stream)
                .filter(fits)
                .limit(most)
                .toList();
    }

    private static Instant begins(TenantProfile tenant, LocalDate day) {
        return day.atStartOfDay(tenant.tenant().timeZone()).toInstant();
    }
}
