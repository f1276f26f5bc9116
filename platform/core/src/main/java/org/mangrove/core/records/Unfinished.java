package org.mangrove.core.records;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Knows what this node is about to store, so that readers can be told until when they miss nothing.
 *
 * <p>A position says when its statement was stored, and is given before the commit. Until then a later one may be seen
 * already; whoever pages on in the order of storing must wait for it.
 */
@ApplicationScoped
class Unfinished {

    @Inject
    Clock clock;

    private final ConcurrentMap<Object, Instant> begun = new ConcurrentHashMap<>();

    /** Everything that gets its position from now on until {@link #end} is unfinished. */
    Object begin() {
        var writing = new Object();
        begun.put(writing, clock.instant());
        return writing;
    }

    void end(Object writing) {
        begun.remove(writing);
    }

    /** Whether this node is storing nothing. */
    boolean isEmpty() {
        return begun.isEmpty();
    }

    /** All that this node has stored before this can be read. */
    Instant consistentThrough() {
        Instant now = clock.instant();
        return begun.values().stream().min(Comparator.naturalOrder()).orElse(now);
    }
}
