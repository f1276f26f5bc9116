package org.mangrove.core.records;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import javax.crypto.SecretKey;
import org.hibernate.StaleStateException;
import org.mangrove.core.records.store.SealRows;
import org.mangrove.core.records.store.SealRows.SealOf;
import org.mangrove.core.records.store.SealRows.SealRow;
import org.mangrove.core.records.store.SealRows.Whose;
import org.mangrove.sdk.TenantId;

/**
 * The seals of people, in memory as long as none of their tenant has been destroyed.
 *
 * <p>Whoever stores finds out at the end of the transaction whether a seal was destroyed meanwhile, on whichever node, and
 * begins anew then. Whoever reads believes for a second that none was.
 */
@ApplicationScoped
class Seals {

    /** For so long a reader may still open what was destroyed on another node. */
    static final Duration BELIEVED = Duration.ofSeconds(1);

    /** Some 250 bytes each: enough for a thousand tenants where a hundred people learn on a day. */
    private static final int REMEMBERED = 100_000;

    private static final Comparator<Whose> IN_ORDER = Comparator.<Whose, Integer>comparing(
                    whose -> whose.tenant().number())
            .thenComparing(whose -> whose.person().toString())
            .thenComparing(Whose::evidence);

    @Inject
    SealRows rows;

    @Inject
    SealWrapping wrapping;

    @Inject
    AfterCommit afterCommit;

    private final Cache<Whose, Held> drawn =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();
    private final Cache<Named, Known> read =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();
    private final ConcurrentMap<TenantId, Long> destroyed = new ConcurrentHashMap<>();
    private final Cache<TenantId, Long> believed;

    Seals() {
        this(Ticker.systemTicker());
    }

    Seals(Ticker ticker) {
        this.believed =
                Caffeine.newBuilder().expireAfterWrite(BELIEVED).ticker(ticker).build();
    }

    /**
     * What statements are sealed under.
     *
     * @param destroyed how many seals of each tenant had been destroyed by then
     */
    record Drawn(Map<Whose, Seal> seals, Map<TenantId, Long> destroyed) {}

    private record Named(TenantId tenant, UUID seal) {}

    private record Held(Seal seal, long asOf) {}

    /** @param key empty if it was destroyed */
    private record Known(Optional<SecretKey> key, long asOf) {}

    /** The seals of all these people, new ones if they have none. In a transaction, in which they are used. */
    Drawn draw(Set<TenantId> tenants, Set<Whose> people) {
        var counts = new HashMap<TenantId, Long>();
        tenants.forEach(tenant -> counts.put(tenant, destroyedForWriting(tenant)));
        var seals = new HashMap<Whose, Seal>();
        var missing = new ArrayList<Whose>();
        for (Whose whose : people) {
            Held held = drawn.getIfPresent(whose);
            if (held != null && held.asOf() == asOf(counts, whose)) {
                seals.put(whose, held.seal());
            } else {
                missing.add(whose);
            }
        }
        if (!missing.isEmpty()) {
            Map<Whose, Seal> found = found(missing);
            seals.putAll(found);
            afterCommit.run(() -> found.forEach((whose, seal) -> {
                drawn.put(whose, new Held(seal, asOf(counts, whose)));
                read.put(new Named(whose.tenant(), seal.id()), new Known(Optional.of(seal.key()), asOf(counts, whose)));
            }));
        }
        return new Drawn(seals, counts);
    }

    private static long asOf(Map<TenantId, Long> counts, Whose whose) {
        return counts.getOrDefault(whose.tenant(), -1L);
    }

    /**
     * To be called when what is sealed has been written.
     *
     * @throws StaleStateException if a seal was destroyed since: the transaction is to be run anew
     */
    void mustStand(Drawn seals) {
        try {
            rows.mustBeAsBefore(seals.destroyed());
        } catch (StaleStateException changed) {
            seals.destroyed().keySet().forEach(destroyed::remove);
            throw changed;
        }
    }

    /** How many of a tenant's seals have been destroyed, as a reader believes. In a transaction, or while reading. */
    long asOf(TenantId tenant) {
        return believed.get(tenant, one -> rows.destroyed(one).orElse(0));
    }

    /** The keys of those of these seals that are remembered; empty for one that was destroyed. Nobody is asked. */
    Map<UUID, Optional<SecretKey>> remembered(TenantId tenant, Collection<UUID> seals, long asOf) {
        var keys = new HashMap<UUID, Optional<SecretKey>>();
        for (UUID seal : seals) {
            Known known = read.getIfPresent(new Named(tenant, seal));
            if (known != null && known.asOf() == asOf) {
                keys.put(seal, known.key());
            }
        }
        return keys;
    }

    /**
     * The keys of all these seals; empty for one that was destroyed. In a transaction, or while reading.
     *
     * @throws IllegalStateException if one of them never was
     */
    Map<UUID, Optional<SecretKey>> keys(TenantId tenant, Collection<UUID> seals, long asOf) {
        Map<UUID, Optional<SecretKey>> keys = remembered(tenant, seals, asOf);
        var missing = new HashSet<>(seals);
        missing.removeAll(keys.keySet());
        if (missing.isEmpty()) {
            return keys;
        }
        for (SealRow row : rows.named(tenant, missing)) {
            Optional<SecretKey> key = row.wrapped().map(wrapped -> wrapping.unwrap(tenant, row.id(), wrapped));
            read.put(new Named(tenant, row.id()), new Known(key, asOf));
            keys.put(row.id(), key);
        }
        if (!keys.keySet().containsAll(missing)) {
            throw new IllegalStateException(
                    "A statement of tenant %d lies under a seal that is not there".formatted(tenant.number()));
        }
        return keys;
    }

    /** On this node, at once: the next who asks looks into the database. */
    void forget(TenantId tenant) {
        believed.invalidate(tenant);
        destroyed.remove(tenant);
    }

    private long destroyedForWriting(TenantId tenant) {
        Long known = destroyed.get(tenant);
        if (known != null) {
            return known;
        }
        OptionalLong there = rows.destroyed(tenant);
        if (there.isEmpty()) {
            rows.begin(tenant, System.currentTimeMillis());
            there = rows.destroyed(tenant);
        }
        long count = there.orElseThrow();
        afterCommit.run(() -> destroyed.put(tenant, count));
        return count;
    }

    /** New ones for those who have none: in an order, so that two who make seals wait for each other one way only. */
    private Map<Whose, Seal> found(List<Whose> people) {
        var seals = new HashMap<Whose, Seal>();
        rows.of(people).forEach(row -> seals.put(row.whose(), opened(row)));
        List<Whose> missing = people.stream()
                .filter(whose -> !seals.containsKey(whose))
                .sorted(IN_ORDER)
                .toList();
        if (missing.isEmpty()) {
            return seals;
        }
        var fresh = new HashMap<UUID, Seal>();
        var added = new ArrayList<SealOf>();
        for (Whose whose : missing) {
            Seal seal = wrapping.fresh();
            fresh.put(seal.id(), seal);
            added.add(new SealOf(whose, seal.id(), wrapping.wrap(whose.tenant(), seal)));
        }
        rows.addMissing(added);
        for (SealOf row : rows.of(missing)) {
            seals.put(row.whose(), Optional.ofNullable(fresh.get(row.id())).orElseGet(() -> opened(row)));
        }
        return seals;
    }

    private Seal opened(SealOf row) {
        return new Seal(row.id(), wrapping.unwrap(row.whose().tenant(), row.id(), row.wrapped()));
    }
}
