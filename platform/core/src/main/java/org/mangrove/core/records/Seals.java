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
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import javax.crypto.SecretKey;
import org.hibernate.StaleStateException;
import org.mangrove.core.records.store.SealRows;
import org.mangrove.core.records.store.SealRows.SealRow;
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

    private static final int REMEMBERED = 50_000;

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
     * Somebody, as statements of one sort speak of them.
     *
     * @param evidence whether these statements are kept because a law demands it
     */
    record Whose(TenantId tenant, boolean evidence, UUID person) {}

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
        var missing = new TreeMap<TenantId, List<Whose>>(Comparator.comparing(TenantId::number));
        for (Whose whose : people) {
            Held held = drawn.getIfPresent(whose);
            if (held != null && held.asOf() == counts.getOrDefault(whose.tenant(), -1L)) {
                seals.put(whose, held.seal());
            } else {
                missing.computeIfAbsent(whose.tenant(), first -> new ArrayList<>())
                        .add(whose);
            }
        }
        missing.forEach((tenant, those) -> seals.putAll(found(tenant, those, counts.getOrDefault(tenant, 0L))));
        return new Drawn(seals, counts);
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

    /**
     * The keys of these seals; empty for one that was destroyed. In a transaction.
     *
     * @throws IllegalStateException if one of them never was
     */
    Map<UUID, Optional<SecretKey>> keys(TenantId tenant, Collection<UUID> seals) {
        long asOf = believed.get(tenant, one -> rows.destroyed(one).orElse(0));
        var keys = new HashMap<UUID, Optional<SecretKey>>();
        var missing = new HashSet<UUID>();
        for (UUID seal : seals) {
            Known known = read.getIfPresent(new Named(tenant, seal));
            if (known != null && known.asOf() == asOf) {
                keys.put(seal, known.key());
            } else {
                missing.add(seal);
            }
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

    /** Of one tenant. What this transaction has written itself is remembered when it has been committed. */
    private Map<Whose, Seal> found(TenantId tenant, List<Whose> people, long asOf) {
        var seals = new HashMap<Whose, Seal>();
        for (boolean evidence : new boolean[] {false, true}) {
            List<UUID> persons = people.stream()
                    .filter(whose -> whose.evidence() == evidence)
                    .map(Whose::person)
                    .distinct()
                    .sorted(Comparator.comparing(UUID::toString))
                    .toList();
            seals.putAll(found(tenant, evidence, persons));
        }
        var remembered = Map.copyOf(seals);
        afterCommit.run(() -> remembered.forEach((whose, seal) -> {
            drawn.put(whose, new Held(seal, asOf));
            read.put(new Named(tenant, seal.id()), new Known(Optional.of(seal.key()), asOf));
        }));
        return seals;
    }

    /** @param persons in the order in which they are locked, so that two who make seals wait for each other one way only */
    private Map<Whose, Seal> found(TenantId tenant, boolean evidence, List<UUID> persons) {
        Map<Whose, Seal> seals = opened(tenant, rows.of(tenant, evidence, persons));
        List<UUID> missing = persons.stream()
                .filter(person -> !seals.containsKey(new Whose(tenant, evidence, person)))
                .toList();
        if (!missing.isEmpty()) {
            rows.addMissing(
                    tenant,
                    missing.stream()
                            .map(person -> fresh(tenant, person, evidence))
                            .toList());
            seals.putAll(opened(tenant, rows.of(tenant, evidence, missing)));
        }
        return seals;
    }

    private SealRow fresh(TenantId tenant, UUID person, boolean evidence) {
        Seal seal = wrapping.fresh();
        return new SealRow(seal.id(), Optional.of(person), evidence, Optional.of(wrapping.wrap(tenant, seal)));
    }

    private Map<Whose, Seal> opened(TenantId tenant, List<SealRow> found) {
        var seals = new HashMap<Whose, Seal>();
        for (SealRow row : found) {
            seals.put(
                    new Whose(tenant, row.evidence(), row.person().orElseThrow()),
                    new Seal(
                            row.id(),
                            wrapping.unwrap(tenant, row.id(), row.wrapped().orElseThrow())));
        }
        return seals;
    }
}
