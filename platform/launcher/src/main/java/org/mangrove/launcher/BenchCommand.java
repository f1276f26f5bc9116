package org.mangrove.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.mangrove.launcher.bench.PagesBench;
import org.mangrove.launcher.bench.Subject;

/** {@code ./mangrove bench}: what is measured on a whole stack. */
final class BenchCommand {

    /** What a second start may take on two cores. */
    private static final Duration SECOND_START_WITHIN = Duration.ofSeconds(30);

    /** How many times each page is opened. */
    private static final int REQUESTS = 400;

    private BenchCommand() {}

    static int run(List<String> words, PrintStream out) {
        var arguments = Arguments.of(words, Set.of("--state", "--requests"), Set.of("--statements"));
        return switch (String.join(" ", arguments.words())) {
            case "start" -> start(out);
            case "pages" -> pages(arguments, out);
            case "parts" -> throw new Trouble("The parts are measured by the script mangrove, in a bash.");
            default -> throw new Trouble("Say which: ./mangrove bench start, pages or parts.");
        };
    }

    private static int pages(Arguments arguments, PrintStream out) {
        Distribution distribution = Distribution.found();
        Path kept = distribution.project().resolve(".mangrove/bench/pages.json");
        boolean statements = arguments.has("--statements");
        int alone = arguments.findNumber("--requests").orElse(REQUESTS);
        if (arguments.find("--state").isPresent()) {
            var state = StateFolder.at(RunningStack.stateFolder(arguments, distribution));
            return exit(PagesBench.run(running(state), distribution, kept, alone, statements, out));
        }
        Path folder = distribution.project().resolve(".mangrove/bench-pages");
        var progress = Progress.printedTo(out);
        try (Stack stack =
                Stack.at(folder).ports(Ports.free()).progress(progress).fresh().start()) {
            new Loading(stack, distribution, progress).load();
            return exit(PagesBench.run(own(stack), distribution, kept, alone, statements, out));
        } finally {
            remove(folder);
        }
    }

    private static int exit(boolean goalsAreKept) {
        return goalsAreKept ? 0 : 1;
    }

    private static Subject own(Stack stack) {
        return subject(
                RunningStack.of(stack),
                stack.node().process().pid(),
                stack.ports().database(),
                stack.state());
    }

    /** What {@code ./mangrove run} has started on this folder. */
    private static Subject running(StateFolder state) {
        RunningStack stack = RunningStack.find(state.path(), Map.of());
        long pid = ProcessRecord.findIn(state.processes().resolve("node.pid"))
                .flatMap(ProcessRecord::findAlive)
                .map(ProcessHandle::pid)
                .orElseThrow(() -> new Trouble(
                        "No Mangrove runs on %s now: start it there, or leave --state out.".formatted(state.path())));
        return subject(stack, pid, Ports.from(stack.node().getPort()).database(), state);
    }

    private static Subject subject(RunningStack stack, long pid, int database, StateFolder state) {
        return new Subject(
                stack.node(),
                ProcessHandle.of(pid).orElseThrow(),
                "jdbc:mysql://127.0.0.1:%d/mysql?%s".formatted(database, ConnectionOptions.asQuery()),
                new Login("root", new Secrets(state.secrets()).of("database.root")),
                accounts -> {
                    OperatorApi.Answer answer = stack.api()
                            .post(
                                    "/operator/api/demonstration/accounts",
                                    "application/yaml",
                                    accounts.getBytes(StandardCharsets.UTF_8));
                    if (!answer.isDone()) {
                        throw new Trouble("The server did not make the accounts: " + answer.words());
                    }
                },
                DemonstrationAccount.password());
    }

    private static void remove(Path folder) {
        try {
            Trees.remove(folder);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
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
            remove(folder);
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
