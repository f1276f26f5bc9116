package org.mangrove.core.records;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.records.store.ActivityStore;
import org.mangrove.core.xapi.ActivityDefinition;
import org.mangrove.sdk.TenantId;

/**
 * Knows what activities are, as statements have said.
 *
 * <p>Most statements say what the one before has said. So a node remembers of each activity what its definition holds already,
 * and asks the database when it hears something else. What another node has been told meanwhile is seen after some minutes at
 * the latest.
 */
@ApplicationScoped
public class Activities {

    /** Some 250 bytes each: enough for a thousand tenants that use a hundred activities a day. */
    private static final int MOST_REMEMBERED = 100_000;

    private static final int MOST_SAYINGS = 16;
    /** Who sends another extension with each statement is not to fill the store: beyond this the last word stands alone. */
    private static final int MOST_CHARACTERS = 256 << 10;

    private static final Duration LONGEST = Duration.ofMinutes(10);

    private static final ObjectReader READER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
            .build()
            .readerFor(ObjectNode.class);

    @Inject
    ActivityStore store;

    @Inject
    IndexTerms terms;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry transactions;

    private final Cache<Known, Set<Digest>> contained = Caffeine.newBuilder()
            .maximumSize(MOST_REMEMBERED)
            .expireAfterWrite(LONGEST)
            .build();

    private record Known(TenantId tenant, UUID activity) {}

    private record Said(ActivityDefinition definition, Digest digest) {}

    /**
     * Takes in what statements say of activities, in their order, in the transaction that stores them. Call it once in a
     * transaction and tenant with all there is: rows are locked in an order that all callers share.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void remember(TenantId tenant, Collection<ActivityDefinition> definitions) {
        SortedMap<UUID, List<Said>> fresh = new TreeMap<>();
        for (ActivityDefinition definition : definitions) {
            UUID activity = terms.activity(definition.iri());
            Digest digest = Digest.of(definition.definition().toString().getBytes(StandardCharsets.UTF_8));
            Set<Digest> known = contained.getIfPresent(new Known(tenant, activity));
            if (known == null || !known.contains(digest) || fresh.containsKey(activity)) {
                fresh.computeIfAbsent(activity, first -> new ArrayList<>()).add(new Said(definition, digest));
            }
        }
        if (!fresh.isEmpty()) {
            takeIn(tenant, fresh);
        }
    }

    /** What an activity is, by all that was said of it; empty if nothing was. */
    @Transactional
    public Optional<ObjectNode> find(TenantId tenant, String iri) {
        return Optional.ofNullable(find(tenant, List.of(iri)).get(iri));
    }

    /** Those of which something was said. */
    @Transactional
    public Map<String, ObjectNode> find(TenantId tenant, Collection<String> iris) {
        Map<UUID, String> wanted = new HashMap<>();
        iris.forEach(iri -> wanted.put(terms.activity(iri), iri));
        var found = new HashMap<String, ObjectNode>();
        store.definitions(tenant, wanted.keySet())
                .forEach((activity, definition) -> found.put(wanted.get(activity), read(definition)));
        return found;
    }

    private void takeIn(TenantId tenant, SortedMap<UUID, List<Said>> fresh) {
        Map<UUID, String> there = store.definitions(tenant, fresh.keySet());
        fresh.forEach((activity, sayings) -> {
            String iri = sayings.getFirst().definition().iri();
            if (!there.containsKey(activity)) {
                ObjectNode all = together(iri, JsonNodeFactory.instance.objectNode(), sayings);
                if (store.add(tenant, activity, iri, all.toString())) {
                    rememberAfterCommit(tenant, activity, sayings, true);
                    return;
                }
            } else {
                ObjectNode known = read(there.get(activity));
                if (together(iri, known, sayings) == known) {
                    rememberAfterCommit(tenant, activity, sayings, false);
                    return;
                }
            }
            ObjectNode latest = read(store.lock(tenant, activity));
            ObjectNode all = together(iri, latest, sayings);
            if (all != latest) {
                store.change(tenant, activity, all.toString());
            }
            rememberAfterCommit(tenant, activity, sayings, true);
        });
    }

    /** @return {@code known} itself if each of them says only what is known */
    private static ObjectNode together(String iri, ObjectNode known, List<Said> sayings) {
        var all = new ActivityDefinition(iri, known);
        for (Said said : sayings) {
            ObjectNode later = said.definition().definition();
            ActivityDefinition more = all.with(later);
            boolean isTooLong = more != all && more.definition().toString().length() > MOST_CHARACTERS;
            all = isTooLong ? new ActivityDefinition(iri, later) : more;
        }
        return all.definition();
    }

    /** @param anew whether what was said before may not be in it any more */
    private void rememberAfterCommit(TenantId tenant, UUID activity, List<Said> sayings, boolean anew) {
        var key = new Known(tenant, activity);
        Set<Digest> said = anew
                ? Set.of(sayings.getLast().digest())
                : sayings.stream().map(Said::digest).collect(Collectors.toSet());
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // nothing to do yet
            }

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    contained.asMap().merge(key, said, (before, more) -> anew ? more : joined(before, more));
                }
            }
        });
    }

    private static Set<Digest> joined(Set<Digest> before, Set<Digest> more) {
        return before.size() + more.size() > MOST_SAYINGS
                ? more
                : Stream.concat(before.stream(), more.stream()).collect(Collectors.toSet());
    }

    private static ObjectNode read(String definition) {
        try {
            return READER.readValue(definition);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("The definition of an activity cannot be read", damaged);
        }
    }
}
