package org.mangrove.server;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * Threads that wait for each other for ever. What each of them was doing is in the log as soon as they are seen; they count when
 * they are still there after a while, since a wait with an end comes to its end.
 */
@ApplicationScoped
class Deadlocks {

    private static final Logger LOG = Logger.getLogger(Deadlocks.class.getName());

    /** No wait of ours with an end is longer. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private Set<Long> seen = Set.of();
    private Instant since = Instant.EPOCH;

    @Inject
    Clock clock;

    /** @return how many threads have been in one since a look that is long enough ago */
    synchronized int count() {
        long[] found = threads.findDeadlockedThreads();
        Set<Long> now = found == null ? Set.of() : Arrays.stream(found).boxed().collect(Collectors.toUnmodifiableSet());
        if (!now.equals(seen)) {
            seen = now;
            since = clock.instant();
            if (found != null) {
                LOG.log(Level.SEVERE, () -> "Threads wait for each other:\n" + told(found));
            }
        }
        return since.plus(PATIENCE).isAfter(clock.instant()) ? 0 : now.size();
    }

    private String told(long[] ids) {
        return Arrays.stream(threads.getThreadInfo(ids, true, true))
                .filter(Objects::nonNull)
                .map(Deadlocks::told)
                .collect(Collectors.joining("\n"));
    }

    /** With the whole stack: what a thread prints of itself ends after eight frames. */
    private static String told(ThreadInfo thread) {
        return "“%s” %s waits for %s, which “%s” holds%n%s"
                .formatted(
                        thread.getThreadName(),
                        thread.getThreadState(),
                        thread.getLockName(),
                        thread.getLockOwnerName(),
                        Arrays.stream(thread.getStackTrace())
                                .map(frame -> "    at " + frame)
                                .collect(Collectors.joining("\n")));
    }
}
