package org.mangrove.core.events;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.mangrove.core.tenancy.Cells;

/**
 * Tells the operator how much of what happened in each cell waits. The relay looks every few seconds; whoever asks here
 * waits for no database.
 */
@ApplicationScoped
public class Backlogs {

    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final Duration HOLDS = Duration.ofSeconds(30);

    @Inject
    Relay relay;

    @Inject
    Cells cells;

    @Inject
    Clock clock;

    private final Map<String, Measured> measured = new ConcurrentHashMap<>();

    private record Measured(Backlog backlog, Instant at) {}

    /** @return for each cell of this node; empty where nothing has been heard of its outbox for a while */
    public Map<String, Optional<Backlog>> all() {
        var all = new LinkedHashMap<String, Optional<Backlog>>();
        for (String cell : cells.all()) {
            all.put(
                    cell,
                    Optional.ofNullable(measured.get(cell))
                            .filter(last -> isWithin(HOLDS, last.at()))
                            .map(Measured::backlog));
        }
        return all;
    }

    /** Looks again, if the last look was long enough ago. */
    void look(String cell) {
        Measured last = measured.get(cell);
        if (last == null || !isWithin(EVERY, last.at())) {
            measured.put(cell, new Measured(relay.backlog(cell), clock.instant()));
        }
    }

    private boolean isWithin(Duration time, Instant at) {
        return at.plus(time).isAfter(clock.instant());
    }
}
