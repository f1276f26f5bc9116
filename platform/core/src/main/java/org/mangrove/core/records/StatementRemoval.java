package org.mangrove.core.records;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mangrove.core.records.store.IndexRows;
import org.mangrove.core.records.store.OutdatedRows;
import org.mangrove.core.records.store.PersonRows;
import org.mangrove.core.records.store.SealRows;
import org.mangrove.core.records.store.StatementRows;
import org.mangrove.sdk.TenantId;

/**
 * Removes statements whose time is over, with all that follows from them. Whoever has counted them is told before
 * ({@link StatementsChanging}).
 *
 * <p>What takes another statement back is not removed before that one: else nobody would know any more that it was taken back.
 */
@ApplicationScoped
public class StatementRemoval {

    /** What the platform itself records came from this source. */
    public static final UUID OURSELVES = StatementJson.OURSELVES;

    @Inject
    OutdatedRows outdated;

    @Inject
    IndexRows index;

    @Inject
    PersonRows people;

    @Inject
    SealRows seals;

    @Inject
    StatementRows statements;

    @Inject
    Contents contents;

    @Inject
    Seals known;

    @Inject
    Event<StatementsChanging> changing;

    /**
     * At most so many positions of what happened before a day, the first stored first.
     *
     * @param source the credential with which they came; {@link #OURSELVES} for what the platform has recorded itself
     * @param evidence whether those are meant which a law demands, or the others
     * @param actors whose statements are left out, by their terms
     */
    @Transactional
    public List<UUID> olderThan(
            TenantId tenant, UUID source, boolean evidence, LocalDate day, Set<UUID> actors, int most) {
        return outdated.olderThan(tenant, source, evidence, day, actors, most);
    }

    /** How many of them there are. */
    @Transactional
    public long countOlderThan(TenantId tenant, UUID source, boolean evidence, LocalDate day, Set<UUID> actors) {
        return outdated.countOlderThan(tenant, source, evidence, day, actors);
    }

    /**
     * Removes statements in the transaction that is under way.
     *
     * @return how many
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public int remove(TenantId tenant, List<UUID> positions) {
        if (positions.isEmpty()) {
            return 0;
        }
        seals.hold(tenant);
        List<IndexedStatement> going = withoutThoseNeeded(tenant, index.hold(tenant, positions));
        List<UUID> gone = going.stream().map(IndexedStatement::position).toList();
        if (gone.isEmpty()) {
            return 0;
        }
        List<UUID> lying = sealsOf(tenant, gone);
        changing.fire(new StatementsChanging(tenant, going, List.of(), released(tenant, going, gone)));
        contents.removeAll(tenant, gone);
        people.removeMentions(tenant, people.referrersOf(tenant, gone), gone);
        int removed = outdated.remove(tenant, gone);
        removeUnused(tenant, lying);
        return removed;
    }

    private List<IndexedStatement> withoutThoseNeeded(TenantId tenant, List<IndexedStatement> asked) {
        Set<UUID> ids = asked.stream().map(IndexedStatement::id).collect(Collectors.toSet());
        Set<UUID> targets = asked.stream()
                .flatMap(statement -> statement.voids().stream())
                .filter(target -> !ids.contains(target))
                .collect(Collectors.toSet());
        Set<UUID> staying =
                index.of(tenant, targets).stream().map(IndexedStatement::id).collect(Collectors.toSet());
        return asked.stream()
                .filter(statement -> statement.voids().filter(staying::contains).isEmpty())
                .toList();
    }

    private Set<UUID> released(TenantId tenant, List<IndexedStatement> going, List<UUID> gone) {
        Set<UUID> targets =
                going.stream().flatMap(statement -> statement.voids().stream()).collect(Collectors.toSet());
        Map<UUID, Integer> others = outdated.takenBackByOthers(tenant, targets, gone);
        return targets.stream().filter(target -> !others.containsKey(target)).collect(Collectors.toSet());
    }

    private List<UUID> sealsOf(TenantId tenant, Collection<UUID> positions) {
        return statements.at(tenant, positions).stream()
                .flatMap(statement -> SealedParts.read(statement.sealed()).stream())
                .map(SealedParts.Bundle::seal)
                .filter(seal -> !seal.equals(Seal.NONE))
                .distinct()
                .toList();
    }

    /** Whose last statement is gone is not remembered: not even by a key under which nothing lies. */
    private void removeUnused(TenantId tenant, List<UUID> lying) {
        List<UUID> unused = seals.named(tenant, lying).stream()
                .filter(seal -> seal.person()
                        .filter(person -> !people.isFound(tenant, person))
                        .isPresent())
                .map(SealRows.SealRow::id)
                .toList();
        seals.remove(tenant, unused);
        if (!unused.isEmpty()) {
            known.forget(tenant);
        }
    }
}
