package org.mangrove.server;

import jakarta.enterprise.context.ApplicationScoped;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/** Threads that wait for each other for ever. Whoever starts the node anew finds in its log what each of them was doing. */
@ApplicationScoped
class Deadlocks {

    private static final Logger LOG = Logger.getLogger(Deadlocks.class.getName());
    private static final int MOST_TOLD = 20;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final Set<Set<Long>> told = ConcurrentHashMap.newKeySet();

    /** @return how many threads are in one */
    int count() {
        long[] found = threads.findDeadlockedThreads();
        if (found == null) {
            return 0;
        }
        Set<Long> ids = Arrays.stream(found).boxed().collect(Collectors.toSet());
        if (told.size() < MOST_TOLD && told.add(ids)) {
            List<ThreadInfo> infos = Arrays.stream(threads.getThreadInfo(found, true, true))
                    .filter(Objects::nonNull)
                    .toList();
            LOG.log(
                    Level.SEVERE,
                    () -> "Threads wait for each other:\n"
                            + infos.stream().map(Deadlocks::told).collect(Collectors.joining("\n")));
        }
        return found.length;
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
