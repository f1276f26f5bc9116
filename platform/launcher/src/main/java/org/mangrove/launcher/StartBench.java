package org.mangrove.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code ./mangrove bench start}: how long a first start takes, and those after it. */
final class StartBench {

    /** What a second start may take on two cores. */
    private static final Duration SECOND_START_WITHIN = Duration.ofSeconds(30);

    private static final int SECOND_STARTS = 3;
    private static final String READY = "ready";
    private static final String STOPPED = "stopped";

    private StartBench() {}

    static int run(PrintStream out) {
        Distribution distribution = Distribution.found();
        Path folder = distribution.project().resolve(".mangrove/bench-start");
        Ports ports = Ports.free();
        try {
            out.println("First start, on an empty state ...");
            Map<String, Duration> first = measured(distribution, folder, ports, true);
            var later = new ArrayList<Map<String, Duration>>();
            for (int time = 1; time <= SECOND_STARTS; time++) {
                out.printf("Second start, on its data: %d of %d ...%n", time, SECOND_STARTS);
                later.add(measured(distribution, folder, ports, false));
            }
            var steps = new LinkedHashSet<>(first.keySet());
            later.forEach(run -> steps.addAll(run.keySet()));
            out.println();
            out.printf("%-60s %10s %10s   %s%n", "step", "first", "second", "(the median of these)");
            for (String step : steps) {
                List<Duration> took = later.stream()
                        .flatMap(run -> Optional.ofNullable(run.get(step)).stream())
                        .toList();
                out.printf(
                        "%-60s %10s %10s   %s%n",
                        step,
                        seconds(Optional.ofNullable(first.get(step))),
                        seconds(median(took)),
                        took.stream().map(one -> seconds(Optional.of(one))).collect(Collectors.joining(", ")));
            }
            List<Duration> ready = later.stream()
                    .flatMap(run -> Optional.ofNullable(run.get(READY)).stream())
                    .toList();
            boolean within = median(ready)
                    .filter(time -> time.compareTo(SECOND_START_WITHIN) <= 0)
                    .isPresent();
            out.printf(
                    "%nThe second start was ready %s %d s.%n",
                    within ? "within" : "only after more than", SECOND_START_WITHIN.toSeconds());
            return within ? 0 : 1;
        } finally {
            try {
                Trees.remove(folder);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    private static Map<String, Duration> measured(Distribution distribution, Path folder, Ports ports, boolean fresh) {
        var steps = new LinkedHashMap<String, Duration>();
        var progress = new Progress() {
            @Override
            public void began(String step) {}

            @Override
            public synchronized void ended(String step, Duration took) {
                steps.put(step, took);
            }
        };
        long begin = System.nanoTime();
        Stack.Builder wanted = Stack.at(folder).ports(ports).progress(progress);
        if (fresh) {
            wanted.fresh();
        }
        long end;
        try (Stack stack = wanted.start()) {
            new Loading(stack, distribution, progress).load();
            steps.put(READY, Duration.ofNanos(System.nanoTime() - begin));
            end = System.nanoTime();
        }
        steps.put(STOPPED, Duration.ofNanos(System.nanoTime() - end));
        return steps;
    }

    private static Optional<Duration> median(List<Duration> some) {
        return some.stream().sorted().skip(some.size() / 2).findFirst();
    }

    private static String seconds(Optional<Duration> took) {
        return took.map(time -> String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0))
                .orElse("-");
    }
}
