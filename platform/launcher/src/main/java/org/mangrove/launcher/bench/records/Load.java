package org.mangrove.launcher.bench.records;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.mangrove.launcher.Trouble;

/** Some that do the same again and again for a while, and how long each time took. */
record Load(int statements, Duration took, long[] nanos) {

    /** Nobody does more than this, however fast it is. */
    private static final int MOST_TIMES = 2_000_000;

    private static final Duration LONGEST = Duration.ofMinutes(20);

    /** One that does it. */
    interface Worker extends AutoCloseable {

        /** @return how many statements that was */
        int once() throws Exception;

        @Override
        void close() throws Exception;
    }

    /** Makes a worker, by its number. */
    interface Workers {
        Worker make(int number, RandomGenerator random) throws Exception;
    }

    private record Done(int statements, long[] nanos) {}

    /** For a time. */
    static Load of(int workers, Duration time, Workers made) {
        return of(workers, System.nanoTime() + time.toNanos(), Integer.MAX_VALUE, made);
    }

    /** Until each has done so many statements. */
    static Load of(int workers, int statementsEach, Workers made) {
        return of(workers, System.nanoTime() + LONGEST.toNanos(), statementsEach, made);
    }

    private static Load of(int workers, long end, int statementsEach, Workers made) {
        long begin = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(workers)) {
            var working = new ArrayList<Future<Done>>();
            for (int number = 0; number < workers; number++) {
                int own = number;
                working.add(threads.submit(() -> work(made.make(own, new SplittableRandom()), end, statementsEach)));
            }
            List<Done> all = new ArrayList<>();
            for (Future<Done> one : working) {
                all.add(one.get());
            }
            long[] nanos = all.stream()
                    .flatMapToLong(one -> LongStream.of(one.nanos()))
                    .sorted()
                    .toArray();
            return new Load(
                    all.stream().mapToInt(Done::statements).sum(), Duration.ofNanos(System.nanoTime() - begin), nanos);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof Trouble trouble ? trouble : new IllegalStateException(failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Trouble("Stopped while measuring.", stopped);
        }
    }

    private static Done work(Worker worker, long end, int most) throws Exception {
        try (worker) {
            long[] nanos = new long[1024];
            int times = 0;
            int statements = 0;
            for (long now = System.nanoTime(); now < end && times < MOST_TIMES && statements < most; ) {
                statements += worker.once();
                long after = System.nanoTime();
                if (times == nanos.length) {
                    nanos = Arrays.copyOf(nanos, times * 2);
                }
                nanos[times++] = after - now;
                now = after;
            }
            return new Done(statements, Arrays.copyOf(nanos, times));
        }
    }

    double perSecond() {
        return statements / (took.toNanos() / 1e9);
    }

    /** @param share such as 0.99 */
    double millis(double share) {
        return nanos.length == 0 ? 0 : nanos[(int) Math.min(nanos.length - 1L, Math.round(share * nanos.length))] / 1e6;
    }
}
