package org.mangrove.launcher;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.mangrove.launcher.demo.LineageDemonstration;
import org.mangrove.launcher.demo.Site;

/** {@code ./mangrove demo lineage}: shows on a system of its own what becomes of local words, and leaves it to be looked at. */
final class DemoCommand {

    private static final int STOPPED = 130;

    private DemoCommand() {}

    static int run(List<String> words, PrintStream out) {
        var arguments = Arguments.of(words, Set.of("--port"), Set.of("--once"));
        if (!arguments.words().equals(List.of("lineage"))) {
            throw new Trouble("Say which: ./mangrove demo lineage.");
        }
        Distribution distribution = Distribution.found();
        Path folder = distribution.project().resolve(".mangrove/demo-lineage");
        Ports ports = arguments.findNumber("--port").map(Ports::from).orElseGet(Ports::free);
        var progress = Progress.printedTo(out);
        var running = new OrderlyStop(out);
        Runtime.getRuntime().addShutdownHook(new Thread(running, "stop"));
        Supplier<Stack> wanted =
                () -> Stack.at(folder).ports(ports).progress(progress).fresh().start();
        try {
            Stack stack = running.owns(wanted);
            boolean isRight = new LineageDemonstration(site(stack), distribution, progress).show(out);
            if (arguments.has("--once")) {
                return isRight ? 0 : 1;
            }
            out.printf(
                    Locale.ROOT,
                    "%n  Look at it: %s/e/meridian/markets as governor-meridian. Everyone's password: %s%n%nCtrl-C stops everything.%n",
                    stack.node().url(),
                    DemonstrationAccount.password());
            out.flush();
            new Fall(stack).await();
        } catch (Trouble trouble) {
            if (!running.isStopping()) {
                throw trouble;
            }
        }
        return STOPPED;
    }

    private static Site site(Stack stack) {
        RunningStack there = RunningStack.of(stack);
        return new Site(
                stack.node().url(),
                (path, type, body) -> must(there.core(), path, type, body),
                (path, type, body) -> there.apis().forEach(api -> must(api, path, type, body)),
                stack.database().url(Schema.cell("eu")),
                stack.database().administrator(),
                DemonstrationAccount.password());
    }

    private static void must(OperatorApi api, String path, String type, byte[] body) {
        OperatorApi.Answer answer = api.post(path, type, body);
        if (!answer.isDone()) {
            throw new Trouble("The server did not take %s (%d): %s".formatted(path, answer.status(), answer.words()));
        }
    }
}
