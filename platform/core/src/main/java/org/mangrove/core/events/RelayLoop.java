package org.mangrove.core.events;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.mangrove.core.database.Configuration;
import org.mangrove.core.database.Overtaken;
import org.mangrove.core.tenancy.Cells;
import org.mangrove.core.threads.BackgroundThreads;

/**
 * Keeps the relay of each cell going: a thread gives numbers, and each reader has one of its own, so that a slow one holds up
 * nobody else.
 */
@ApplicationScoped
public class RelayLoop {

    private static final Logger LOG = System.getLogger(RelayLoop.class.getName());
    /** How long what another node wrote may lie before this one looks. */
    private static final Duration IDLE = Duration.ofSeconds(1);

    /** How long what was published gathers before it is numbered, unless there was as much as is numbered at once. */
    private static final Duration GATHERING = Duration.ofMillis(100);

    /** How long an event is tried alone before it is set aside. */
    private static final Duration PATIENCE = Duration.ofSeconds(31);

    /** A reader that gathers rests so many times as long as it works, at least. */
    private static final int RESTS = 4;

    @Inject
    Relay relay;

    @Inject
    Backlogs backlogs;

    @Inject
    Tidying tidying;

    @Inject
    Cells cells;

    @Inject
    Bell bell;

    @Inject
    Configuration configuration;

    @Inject
    Clock clock;

    @Inject
    BackgroundThreads threads;

    private interface Step {
        /** @return whether there may be more to do at once */
        boolean taken() throws InterruptedException;
    }

    public void start() {
        Duration patience =
                Duration.ofSeconds(configuration.findSeconds("mangrove.events.patience-seconds", PATIENCE.toSeconds()));
        for (String cell : cells.all()) {
            begin("mangrove-relay-" + cell, cell, () -> number(cell));
            for (EventReader reader : relay.readers()) {
                var pace = new Pace(reader.mostAtOnce(), patience);
                begin(
                        "mangrove-reader-" + cell + "-" + reader.name(),
                        bellOf(cell, reader),
                        () -> deliver(cell, reader, pace));
            }
        }
    }

    /** Whether no thread has ended that should go on. */
    public boolean goesOn() {
        return threads.goOn();
    }

    private void begin(String name, String ringing, Step step) {
        threads.begin(name, () -> {
            while (!threads.areStopped()) {
                if (!step.taken()) {
                    bell.await(ringing, IDLE);
                }
            }
        });
    }

    private boolean number(String cell) throws InterruptedException {
        try {
            int numbered = relay.number(cell);
            if (numbered > 0) {
                relay.readers().forEach(reader -> bell.ring(bellOf(cell, reader)));
            }
            backlogs.look(cell);
            boolean more = tidying.goOn(cell);
            if (numbered > 0 && numbered < Relay.MOST_NUMBERED) {
                Thread.sleep(GATHERING);
            }
            return more || numbered > 0;
        } catch (RuntimeException | OutOfMemoryError unreachable) {
            LOG.log(Level.WARNING, "The outbox of cell " + cell + " could not be numbered; tried again", unreachable);
            return false;
        }
    }

    private boolean deliver(String cell, EventReader reader, Pace pace) throws InterruptedException {
        Thread.sleep(pace.pause(clock.instant()));
        try {
            int atOnce = pace.atOnce();
            long begun = System.nanoTime();
            Relay.Delivered read = relay.deliver(cell, reader, atOnce);
            pace.taken();
            if (read.events() > 0 && !read.areMore()) {
                Thread.sleep(gathering(reader, Duration.ofNanos(System.nanoTime() - begun)));
            }
            return read.events() > 0;
        } catch (RuntimeException | OutOfMemoryError failed) {
            return afterFailure(cell, reader, pace, failed);
        }
    }

    /** The more there was to do, the longer: who gathers does so to do less. */
    private static Duration gathering(EventReader reader, Duration worked) {
        Duration usual = reader.gathering();
        Duration longer = worked.multipliedBy(RESTS);
        return usual.isZero() || longer.compareTo(usual) < 0 ? usual : longer;
    }

    private boolean afterFailure(String cell, EventReader reader, Pace pace, Throwable failed) {
        var who = cell + "/" + reader.name();
        ReaderFailed itself = failureOfTheReader(failed);
        if (itself == null || Overtaken.isReasonOf(itself)) {
            LOG.log(Level.WARNING, "Reader " + who + " could not be given what happened; tried again", failed);
            pace.hold(clock.instant());
            return false;
        }
        Level level = pace.atOnce() == 1 ? Level.ERROR : Level.INFO;
        LOG.log(level, "Reader " + who + " failed with up to " + pace.atOnce() + " events at once", itself.why());
        if (pace.failed(clock.instant())) {
            return isSetAside(cell, reader, pace, itself.why());
        }
        return true;
    }

    /** As it was thrown, or as the transaction around it wrapped it. */
    private static @Nullable ReaderFailed failureOfTheReader(Throwable failed) {
        if (failed instanceof ReaderFailed itself) {
            return itself;
        }
        return failed.getCause() instanceof ReaderFailed itself ? itself : null;
    }

    private boolean isSetAside(String cell, EventReader reader, Pace pace, Throwable why) {
        try {
            relay.setNextAside(cell, reader, why);
            pace.wasSetAside();
            return true;
        } catch (RuntimeException unreachable) {
            LOG.log(Level.WARNING, "Nothing could be set aside in cell " + cell + "; tried again", unreachable);
            return false;
        }
    }

    private static String bellOf(String cell, EventReader reader) {
        return cell + "/" + reader.name();
    }
}
