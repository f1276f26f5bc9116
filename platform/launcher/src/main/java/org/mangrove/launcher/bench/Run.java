package org.mangrove.launcher.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.mangrove.launcher.Trouble;

/** How a number of requests went: processor time of the node, and how long each was waited for. */
record Run(int requests, CpuTime cpu, Duration took, long[] nanos) {

    /** As many as a browser's worth of people at once; the machine has few cores. */
    private static final int AT_ONCE = 6;

    /** A request, by its number. */
    interface Requests {

        /** @return the status of the answer */
        int send(int number);
    }

    /** @throws Trouble if an answer has another status than 200 or 303 */
    static Run of(ProcessHandle node, int requests, Requests wanted) {
        var nanos = new long[requests];
        var next = new AtomicInteger();
        CpuTime before = CpuTime.of(node);
        long begin = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<?>> working = new ArrayList<>();
            for (int thread = 0; thread < AT_ONCE; thread++) {
                working.add(threads.submit(() -> {
                    for (int number = next.getAndIncrement(); number < requests; number = next.getAndIncrement()) {
                        long sent = System.nanoTime();
                        int status = wanted.send(number);
                        nanos[number] = System.nanoTime() - sent;
                        if (status != 200 && status != 303) {
                            throw new Trouble("A page answered %d: nothing was measured.".formatted(status));
                        }
                    }
                }));
            }
            for (Future<?> thread : working) {
                thread.get();
            }
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof Trouble trouble ? trouble : new IllegalStateException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Trouble("Stopped while measuring.", stopped);
        }
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        Arrays.sort(nanos);
        return new Run(requests, CpuTime.of(node).since(before), took, nanos);
    }

    double cpuMillis() {
        return cpu.all().toNanos() / 1e6 / requests;
    }

    double compilingMillis() {
        return cpu.compiling().toNanos() / 1e6 / requests;
    }

    /** @param share such as 0.95 */
    double millis(double share) {
        return nanos[(int) Math.min(nanos.length - 1L, Math.round(share * nanos.length))] / 1e6;
    }

    double perSecond() {
        return requests / (took.toNanos() / 1e9);
    }
}
