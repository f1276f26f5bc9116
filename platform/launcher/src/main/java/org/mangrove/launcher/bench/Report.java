package org.mangrove.launcher.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mangrove.launcher.Json;

/**
 * What a measurement has shown, beside what the one before it had.
 *
 * @param catalogues what a catalogue weighs in each language
 * @param byItself milliseconds of processor time that the node takes in a second without requests
 */
record Report(List<Cost> costs, Map<String, Weight> catalogues, double byItself) {

    private static final double MOST_CPU = 2;
    private static final int MOST_QUERIES = 8;
    private static final long MOST_COLD = 75_000;
    private static final long MOST_REPEAT = 8_000;
    private static final Set<String> WITH_GOALS = Set.of("catalogue", "course");

    void print(Path kept, PrintStream out) {
        Optional<Map<?, ?>> before = read(kept);
        Map<String, Double> cpuBefore = before.map(Report::cpuOf).orElse(Map.of());
        out.println();
        out.printf(
                "%-12s %9s %9s %8s %7s %8s %10s %8s %8s %8s %8s %9s%n",
                "page",
                "cold KB",
                "again KB",
                "queries",
                "set-up",
                "CPU ms",
                "compiling",
                "before",
                "p50 ms",
                "p95 ms",
                "p99 ms",
                "a second");
        for (Cost cost : costs) {
            out.printf(
                    Locale.ROOT,
                    "%-12s %9s %9s %8s %7s %8.2f %10.2f %8s %8.1f %8.1f %8.1f %9.0f%n",
                    cost.page(),
                    kilobytes(cost.cold()),
                    kilobytes(cost.repeat()),
                    cost.queries() == 0 ? "-" : cost.queries(),
                    cost.setUp() == 0 ? "-" : cost.setUp(),
                    cost.cpu(),
                    cost.compiling(),
                    cpuBefore.containsKey(cost.page())
                            ? String.format(Locale.ROOT, "%.2f", cpuBefore.get(cost.page()))
                            : "-",
                    cost.median(),
                    cost.p95(),
                    cost.p99(),
                    cost.perSecond());
        }
        out.println();
        catalogues.forEach((language, weight) -> out.printf(
                "A catalogue in %s: %s KB for a browser that has never been here, %s KB for one that comes again.%n",
                language, kilobytes(weight.cold()), kilobytes(weight.repeat())));
        out.printf(
                Locale.ROOT,
                "By itself the node takes %.0f ms of CPU a second; that is in the figures, too.%n",
                byItself);
        before.map(run -> run.get("at")).ifPresent(at -> out.printf("\"before\" is the run of %s.%n", at));
        out.println();
        goals().forEach((goal, isKept) -> out.printf("%-8s %s%n", isKept ? "kept" : "MISSED", goal));
        write(kept);
    }

    boolean keepsTheGoals() {
        return goals().values().stream().allMatch(kept -> kept);
    }

    private Map<String, Boolean> goals() {
        var goals = new LinkedHashMap<String, Boolean>();
        for (Cost cost : costs) {
            if (WITH_GOALS.contains(cost.page())) {
                goals.put(
                        String.format(
                                Locale.ROOT, "%s: at most %.0f ms of CPU (%.2f)", cost.page(), MOST_CPU, cost.cpu()),
                        cost.cpu() <= MOST_CPU);
                goals.put(
                        "%s: at most %d queries (%d)".formatted(cost.page(), MOST_QUERIES, cost.queries()),
                        cost.queries() <= MOST_QUERIES);
            }
        }
        Weight english = catalogues.getOrDefault("en", Weight.NONE);
        goals.put(
                "catalogue, English, cold: at most %s KB (%s)"
                        .formatted(kilobytes(MOST_COLD), kilobytes(english.cold())),
                english.cold() <= MOST_COLD);
        goals.put(
                "catalogue, English, again: at most %s KB (%s)"
                        .formatted(kilobytes(MOST_REPEAT), kilobytes(english.repeat())),
                english.repeat() <= MOST_REPEAT);
        return goals;
    }

    private void write(Path kept) {
        try {
            Files.createDirectories(kept.getParent());
            Files.writeString(
                    kept,
                    Json.write(Map.of(
                                    "at",
                                    Instant.now()
                                            .truncatedTo(ChronoUnit.SECONDS)
                                            .toString(),
                                    "byItself",
                                    byItself,
                                    "pages",
                                    costs.stream().map(Cost::json).toList()))
                            + "\n");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Optional<Map<?, ?>> read(Path kept) {
        try {
            return Files.exists(kept) ? Optional.of(Json.readMap(Files.readString(kept))) : Optional.empty();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Map<String, Double> cpuOf(Map<?, ?> run) {
        var cpu = new HashMap<String, Double>();
        if (run.get("pages") instanceof List<?> pages) {
            for (Object page : pages) {
                if (page instanceof Map<?, ?> cost && cost.get("cpu") instanceof Number millis) {
                    cpu.put(Json.text(cost, "page"), millis.doubleValue());
                }
            }
        }
        return cpu;
    }

    private static String kilobytes(long bytes) {
        return bytes == 0 ? "-" : String.format(Locale.ROOT, "%.1f", bytes / 1000.0);
    }
}
