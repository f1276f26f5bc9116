package org.mangrove.core.rollups;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.mangrove.core.events.DomainEvent;
import org.mangrove.core.events.RebuildingReader;
import org.mangrove.core.events.StoredEvent;
import org.mangrove.core.records.IndexedStatement;
import org.mangrove.core.records.StatementIndex;
import org.mangrove.core.records.StatementsStored;
import org.mangrove.core.rollups.store.RollupRows;
import org.mangrove.sdk.TenantId;

/**
 * Keeps the sums up with what is stored, in the transaction that remembers how far it has read: each statement is counted
 * once.
 *
 * <p>A statement counts when its event is read. One that takes another back takes it from the sums when its own event is read,
 * if that other one is stored by then, whether or not it has been counted yet: adding and taking away may come in either order.
 * If it is not stored yet, it is awaited, and not counted when it comes. Whoever takes back what was taken back changes nothing.
 */
@ApplicationScoped
public class RollupReader implements RebuildingReader {

    public static final String NAME = "rollups";

    private static final int STATEMENTS_AT_ONCE = 500;
    private static final int SUMS_IN_MEMORY = 50_000;
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    @Inject
    StatementIndex statements;

    @Inject
    RollupRows rows;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Class<? extends DomainEvent>> events() {
        return Set.of(StatementsStored.class);
    }

    @Override
    public void read(TenantId tenant, StoredEvent event) {
        readAll(tenant, List.of(event));
    }

    @Override
    public void readAll(TenantId tenant, List<StoredEvent> events) {
        readTogether(Map.of(tenant, events));
    }

    /** With a thousand tenants in a cell there are few statements of each: what they are is asked for all of them at once. */
    @Override
    public void readTogether(Map<TenantId, List<StoredEvent>> events) {
        var positions = new HashMap<TenantId, Set<UUID>>();
        events.forEach((tenant, those) -> positions.put(tenant, positionsIn(those)));
        Map<TenantId, List<IndexedStatement>> coming = statements.at(positions);
        Map<TenantId, Set<UUID>> awaited = awaited(coming);
        var sums = new HashMap<TenantId, Map<RollupCell, Long>>();
        coming.forEach((tenant, those) -> {
            var tally = new Tally();
            take(tenant, those, awaited.getOrDefault(tenant, Set.of()), tally);
            sums.put(tenant, tally.taken());
        });
        rows.add(sums);
    }

    /** As many as come while it gathers. */
    @Override
    public int mostAtOnce() {
        return 10_000;
    }

    /** Sums of today are written once for all that has come: the longer it gathers, the less there is to write. */
    @Override
    public Duration gathering() {
        return Duration.ofMillis(800);
    }

    private Map<TenantId, Set<UUID>> awaited(Map<TenantId, List<IndexedStatement>> coming) {
        var ids = new HashMap<TenantId, List<UUID>>();
        coming.forEach((tenant, those) ->
                ids.put(tenant, those.stream().map(IndexedStatement::id).toList()));
        return rows.awaited(ids);
    }

    @Override
    public void rebuild(TenantId tenant, List<StoredEvent> unread) {
        rows.clear(tenant);
        Set<UUID> toCome = positionsIn(unread);
        var tally = new Tally();
        var takenBack = new LinkedHashSet<UUID>();
        UUID behind = BEFORE_ALL;
        List<IndexedStatement> some = statements.after(tenant, behind, STATEMENTS_AT_ONCE);
        while (!some.isEmpty()) {
            for (IndexedStatement statement : some) {
                if (!toCome.contains(statement.position())) {
                    tally.count(statement, 1);
                    statement.voids().ifPresent(takenBack::add);
                }
            }
            if (tally.size() > SUMS_IN_MEMORY) {
                rows.add(tenant, tally.taken());
            }
            behind = some.getLast().position();
            some = statements.after(tenant, behind, STATEMENTS_AT_ONCE);
        }
        takeBack(tenant, takenBack, tally);
        rows.add(tenant, tally.taken());
    }

    private void take(TenantId tenant, List<IndexedStatement> coming, Set<UUID> awaited, Tally tally) {
        for (IndexedStatement statement : coming) {
            if (!awaited.contains(statement.id()) || statement.voids().isPresent()) {
                tally.count(statement, 1);
            }
        }
        rows.arrived(tenant, awaited);
        takeBack(
                tenant,
                coming.stream().flatMap(statement -> statement.voids().stream()).toList(),
                tally);
    }

    private void takeBack(TenantId tenant, Collection<UUID> ids, Tally tally) {
        for (List<UUID> some : inParts(ids)) {
            var missing = new HashSet<>(some);
            missing.removeAll(rows.takenBack(tenant, some));
            var there = new ArrayList<UUID>();
            for (IndexedStatement target : statements.of(tenant, missing)) {
                there.add(target.id());
                if (target.voids().isEmpty()) {
                    tally.count(target, -1);
                }
            }
            missing.removeAll(there);
            rows.takeBack(tenant, there, false);
            rows.takeBack(tenant, missing, true);
        }
    }

    static Set<UUID> positionsIn(List<StoredEvent> events) {
        var positions = new LinkedHashSet<UUID>();
        events.forEach(
                event -> positions.addAll(event.as(StatementsStored.class).positions()));
        return positions;
    }

    /** An event that cannot be read, which is why it was set aside, does not say of what it tells. */
    static Set<UUID> positionsInReadable(List<StoredEvent> events) {
        var positions = new LinkedHashSet<UUID>();
        events.stream()
                .flatMap(event -> event.find(StatementsStored.class).stream())
                .forEach(stored -> positions.addAll(stored.positions()));
        return positions;
    }

    private static List<List<UUID>> inParts(Collection<UUID> all) {
        List<UUID> list = List.copyOf(all);
        var parts = new ArrayList<List<UUID>>();
        for (int from = 0; from < list.size(); from += STATEMENTS_AT_ONCE) {
            parts.add(list.subList(from, Math.min(list.size(), from + STATEMENTS_AT_ONCE)));
        }
        return parts;
    }
}
