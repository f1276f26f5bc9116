package org.mangrove.core.records;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;
import org.mangrove.core.records.store.NodeRows.Told;
import org.mangrove.core.refusal.Refusal.Unavailable;
import org.mangrove.core.tenancy.Cells;
import org.mangrove.sdk.Message;

/**
 * What this node knows of the others of its cells, and they of it: until when nothing is missing, whichever node has stored it.
 *
 * <p>Each tells every half second before which time all of its own is there; that stays true whatever comes later. So the
 * earliest of what they have told holds for all of them, without a question when it is asked for. {@link NodeLoop} keeps this
 * up to date; decision 14 has why it holds when nodes die, sleep, or come.
 */
@ApplicationScoped
class CellNodes {

    /** Who has not been able to tell anything for so long stores nothing. */
    static final Duration WORD_HOLDS = Duration.ofSeconds(10);

    /** Who has been silent for so long stores nothing any more, though clocks differ a little. */
    static final Duration TAKEN_FOR_GONE = Duration.ofSeconds(15);

    /** For so long a node believes that it knows all others. */
    static final Duration OTHERS_KNOWN = Duration.ofSeconds(2);

    /** After so long all others know of a newcomer, though their clocks differ a little. */
    static final Duration ARRIVAL = Duration.ofSeconds(4);

    @Inject
    Unfinished unfinished;

    @Inject
    Cells cells;

    @Inject
    Clock clock;

    private final ConcurrentMap<String, Membership> memberships = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, Others> others = new ConcurrentHashMap<>();

    /**
     * @param from what has a position before may have been waited for by nobody
     * @param told when it last began to tell something that was written down
     */
    private record Membership(UUID node, Instant from, Instant told) {}

    /** @param asked when this node, which then told something itself, began to ask for them */
    private record Others(Optional<Instant> storedBefore, Instant asked) {

        Instant through() {
            Instant known = asked.plus(OTHERS_KNOWN);
            return storedBefore.filter(known::isAfter).orElse(known);
        }
    }

    /** @return from when on it may store; until then those that are there do not all know of it */
    Instant joined(String cell, UUID node, Instant told, Collection<Told> those) {
        boolean somebodyIsThere =
                those.stream().anyMatch(other -> other.silent().compareTo(ARRIVAL) < 0);
        Instant from = somebodyIsThere ? told.plus(ARRIVAL) : told;
        memberships.put(cell, new Membership(node, from, told));
        know(cell, told, those);
        return from;
    }

    Optional<UUID> findThisNode(String cell) {
        return Optional.ofNullable(memberships.get(cell)).map(Membership::node);
    }

    void told(String cell, Instant when, Collection<Told> those) {
        memberships.computeIfPresent(cell, (name, is) -> new Membership(is.node(), is.from(), when));
        know(cell, when, those);
    }

    private void know(String cell, Instant asked, Collection<Told> those) {
        others.put(cell, new Others(those.stream().map(Told::storedBefore).min(Comparator.naturalOrder()), asked));
    }

    /** Nothing can be stored there before it has joined again, and nothing then that was begun before. */
    void left(String cell) {
        memberships.remove(cell);
    }

    /** Whether nothing is being stored by this node. */
    boolean isIdle() {
        return unfinished.isEmpty();
    }

    /** What this node tells the others. */
    Instant storedBefore() {
        return unfinished.consistentThrough();
    }

    /** All that was stored in this cell before this, by whichever node, can be read. */
    Instant consistentThrough(String cell) {
        return earliest(Stream.of(cell));
    }

    /** The same of all cells that this node serves. */
    Instant consistentThrough() {
        return earliest(cells.all().stream());
    }

    private Instant earliest(Stream<String> those) {
        Instant own = unfinished.consistentThrough();
        return those.map(cell -> Optional.ofNullable(others.get(cell))
                        .map(Others::through)
                        .orElse(Instant.EPOCH))
                .filter(own::isAfter)
                .min(Comparator.naturalOrder())
                .orElse(own);
    }

    /**
     * To be called when statements have been written and not yet committed: their rows hold what those wait for who take a
     * silent node for gone.
     *
     * @throws Unavailable if somebody may have taken this node for gone meanwhile
     */
    void mustStand(List<NewStatement> statements) {
        if (statements.isEmpty()) {
            return;
        }
        Membership here = memberships.get(cells.cellOf(statements.getFirst().tenant()));
        if (here == null || !here.told().plus(WORD_HOLDS).isAfter(clock.instant())) {
            throw new Unavailable(Message.of("records.statement.too-busy"));
        }
        Instant from = here.from().truncatedTo(ChronoUnit.MILLIS);
        for (NewStatement statement : statements) {
            if (Positions.time(statement.position()).isBefore(from)) {
                throw new Unavailable(Message.of("records.statement.too-busy"));
            }
        }
    }
}
