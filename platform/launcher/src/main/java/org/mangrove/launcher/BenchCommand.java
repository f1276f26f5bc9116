package org.mangrove.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.mangrove.launcher.bench.PagesBench;
import org.mangrove.launcher.bench.Subject;
import org.mangrove.launcher.bench.lineage.LineageBench;
import org.mangrove.launcher.bench.lineage.Markets;
import org.mangrove.launcher.bench.records.BenchTenants;
import org.mangrove.launcher.bench.records.LayoutsBench;
import org.mangrove.launcher.bench.records.RecordsBench;
import org.mangrove.launcher.bench.records.Store;

/** {@code ./mangrove bench}: what is measured on a whole stack. */
final class BenchCommand {

    /** How many times each page is opened. */
    private static final int REQUESTS = 400;

    private static final int STORED = 1_000_000;
    private static final int STORED_IN_A_LAYOUT = 300_000;
    private static final int TENANTS = 1_000;
    private static final int FIRST_OF_FEW = 600_000;
    private static final int FIRST_OF_MANY = 700_000;
    private static final String TENANT = "acme-de";

    private BenchCommand() {}

    static int run(List<String> words, PrintStream out) {
        var arguments = Arguments.of(words, Set.of("--state", "--requests", "--stored"), Set.of("--statements"));
        return switch (String.join(" ", arguments.words())) {
            case "start" -> StartBench.run(out);
            case "pages" -> pages(arguments, out);
            case "records" -> records(arguments, out);
            case "layouts" -> layouts(arguments, out);
            case "lineage" -> lineage(out);
            case "parts", "audit" ->
                throw new Trouble("The parts and the audit are measured by the script mangrove, in a bash.");
            default ->
                throw new Trouble(
                        "Say which: ./mangrove bench start, pages, records, layouts, lineage, audit, experts or parts.");
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

    /** On a stack of its own: it makes a thousand tenants there, and a million statements. */
    private static int records(Arguments arguments, PrintStream out) {
        Distribution distribution = Distribution.found();
        int stored = arguments.findNumber("--stored").orElse(STORED);
        Path folder = distribution.project().resolve(".mangrove/bench-records");
        try (Stack stack = Stack.at(folder)
                .ports(Ports.free())
                .progress(Progress.printedTo(out))
                .fresh()
                .start()) {
            new Loading(stack, distribution, Progress.printedTo(out)).load();
            String url = stack.database().url(Schema.cell("eu"));
            Map<?, ?> credential = credential(RunningStack.of(stack));
            UUID id = UUID.fromString(Json.text(credential, "key").split("\\.")[1]);
            Login administrator = stack.database().administrator();
            List<Store.Tenant> tenants = BenchTenants.make(url, administrator, TENANT, id, TENANTS);
            stack.node().kill();
            stack.node().restart();
            var store = new Store(stack.node().url(), tenants, id, Json.text(credential, "secret"), url, administrator);
            Path kept = distribution.project().resolve(".mangrove/bench/records.json");
            return exit(RecordsBench.run(store, stored, () -> stack.node().restartWithin("512m"), kept, out));
        } finally {
            remove(folder);
        }
    }

    private static Map<?, ?> credential(RunningStack stack) {
        OperatorApi.Answer answer = stack.core()
                .post(
                        "/operator/api/tenants/" + TENANT + "/xapi-credentials",
                        "application/json",
                        "{\"title\":\"Bench\",\"scopes\":[\"all\"],\"limit\":null}".getBytes(StandardCharsets.UTF_8));
        if (!answer.isDone()) {
            throw new Trouble("The server made no credential: " + answer.words());
        }
        return Json.readMap(answer.text());
    }

    /** On a stack of its own, with copies of two tenants in one cell. */
    private static int lineage(PrintStream out) {
        Distribution distribution = Distribution.found();
        Path folder = distribution.project().resolve(".mangrove/bench-lineage");
        var progress = Progress.printedTo(out);
        try (Stack stack =
                Stack.at(folder).ports(Ports.free()).progress(progress).fresh().start()) {
            new Loading(stack, distribution, progress).load();
            String cell = stack.database().url(Schema.cell("eu"));
            Login administrator = stack.database().administrator();
            BenchTenants.make(cell, administrator, LineageBench.FEW_LIKE, "few-", FIRST_OF_FEW, LineageBench.FEW);
            BenchTenants.make(cell, administrator, LineageBench.MANY_LIKE, "many-", FIRST_OF_MANY, LineageBench.MANY);
            stack.node().kill();
            stack.node().restart();
            var markets = new Markets(
                    () -> stack.node().url(),
                    (enterprise, course) -> publish(RunningStack.of(stack), enterprise, course),
                    new Markets.Node() {
                        @Override
                        public void kill() {
                            stack.node().kill();
                        }

                        @Override
                        public void restart() {
                            stack.node().restart();
                        }
                    },
                    cell,
                    administrator,
                    DemonstrationAccount.password());
            return exit(LineageBench.run(markets, out));
        } finally {
            remove(folder);
        }
    }

    private static void publish(RunningStack stack, String enterprise, byte[] course) {
        OperatorApi.Answer answer = stack.core()
                .post("/operator/api/enterprises/" + enterprise + "/course-packages", "application/zip", course);
        if (!answer.isDone()) {
            throw new Trouble("A course was not taken: " + answer.words());
        }
    }

    private static int layouts(Arguments arguments, PrintStream out) {
        Distribution distribution = Distribution.found();
        Path folder = distribution.project().resolve(".mangrove/bench-layouts");
        StateFolder state = StateFolder.at(folder);
        try (Database database = Database.start(state, Ports.free(), List.of("eu"), Progress.printedTo(out))) {
            LayoutsBench.run(
                    database.url(Schema.cell("eu")),
                    database.administrator(),
                    arguments.findNumber("--stored").orElse(STORED_IN_A_LAYOUT),
                    out);
            return 0;
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
                    OperatorApi.Answer answer = stack.core()
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
}
