package org.mangrove.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** {@code ./mangrove bench}: what is measured on a whole stack. */
final class BenchCommand {

    /** What a second start may take on two cores. */
    private static final Duration SECOND_START_WITHIN = Duration.ofSeconds(30);

    private BenchCommand() {}

    static int run(List<String> words, PrintStream out) {
        if (!words.equals(List.of("start"))) {
            throw new Trouble("Say which: ./mangrove bench start.");
        }
        return start(out);
    }

    private static int start(PrintStream out) {
        Distribution distribution = Distribution.found();
        Path folder = distribution.project().resolve(".mangrove/bench-start");
        Ports ports = Ports.free();
        try {
            out.println("First start, on an empty state ...");
            Map<String, Duration> first = measured(distribution, folder, ports, true);
            out.println("Second start, on its data ...");
            Map<String, Duration> second = measured(distribution, folder, ports, false);
            out.println();
            out.printf("%-60s %10s %10s%n", "step", "first", "second");
            var steps = new LinkedHashMap<>(first);
            second.forEach(steps::putIfAbsent);
            for (String step : steps.keySet()) {
                out.printf("%-60s %10s %10s%n", step, seconds(first, step), seconds(second, step));
            }
            boolean within = second.getOrDefault(READY, Duration.ofDays(1)).compareTo(SECOND_START_WITHIN) <= 0;
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

    private static final String READY = "ready";
    private static final String STOPPED = "stopped";

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

    private static String seconds(Map<String, Duration> steps, String step) {
        Duration took = steps.get(step);
        return took == null ? "-" : String.format(Locale.ROOT, "%.1f s", took.toMillis() / 1000.0);
    }
}
