package org.mangrove.core.events;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.mangrove.core.database.Configuration;
import org.mangrove.core.events.store.OutboxRows;

/**
 * Lets the outbox forget what every reader has read and what has been kept long enough. A bounded step at a time, between
 * other work, once an hour from the beginning on.
 */
@ApplicationScoped
class Tidying {

    private static final Logger LOG = System.getLogger(Tidying.class.getName());
    private static final Duration EVERY = Duration.ofHours(1);
    private static final long DAYS = 30;

    @Inject
    Relay relay;

    @Inject
    Configuration configuration;

    @Inject
    Clock clock;

    private final Map<String, Round> rounds = new ConcurrentHashMap<>();

    /** @param through how far this round has come; {@code next} when another one begins, if this one is over */
    private record Round(long through, long removed, Instant next) {}

    /** @return whether there may be more at once */
    boolean goOn(String cell) {
        Instant now = clock.instant();
        Round round = rounds.getOrDefault(cell, new Round(0, 0, Instant.MIN));
        if (now.isBefore(round.next())) {
            return false;
        }
        OutboxRows.Tidied step = relay.tidy(cell, round.through(), now.minus(kept()));
        if (step.through() == round.through()) {
            if (round.removed() > 0) {
                LOG.log(Level.INFO, "The outbox of cell {0} forgot {1} events", cell, round.removed());
            }
            rounds.put(cell, new Round(0, 0, now.plus(EVERY)));
            return false;
        }
        rounds.put(cell, new Round(step.through(), round.removed() + step.removed(), Instant.MIN));
        return true;
    }

    private Duration kept() {
        return Duration.ofSeconds(configuration.findSeconds(
                "mangrove.events.keep-seconds", Duration.ofDays(DAYS).toSeconds()));
    }
}
