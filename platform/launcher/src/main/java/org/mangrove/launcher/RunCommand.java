package org.mangrove.launcher;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** {@code ./mangrove run}: everything up, loaded and told of, until Ctrl-C. */
final class RunCommand {

    /** As a shell says it of a program that Ctrl-C has ended. */
    private static final int STOPPED = 130;

    private RunCommand() {}

    static int run(List<String> words, PrintStream out) {
        var arguments = Arguments.of(
                words, Set.of("--state", "--port", "--nodes", "--mysql-home"), Set.of("--fresh", "--build"));
        if (!arguments.words().isEmpty()) {
            throw new Trouble("run takes no \"%s\".".formatted(arguments.words().getFirst()));
        }
        Distribution distribution = Distribution.found();
        Path folder = RunningStack.stateFolder(arguments, distribution);
        Ports ports = Ports.from(arguments.findNumber("--port").orElse(8080));
        var progress = Progress.printedTo(out);
        long start = System.nanoTime();

        var running = new OrderlyStop(out);
        Runtime.getRuntime().addShutdownHook(new Thread(running, "stop"));
        Stack.Builder wanted = Stack.at(folder).ports(ports).progress(progress);
        if (arguments.has("--fresh")) {
            wanted.fresh();
        }
        arguments.find("--nodes").map(NodePlan::parse).ifPresent(wanted::nodes);
        arguments.find("--mysql-home").map(Path::of).map(Path::toAbsolutePath).ifPresent(wanted::mysqlHome);
        out.println("Starting Mangrove; its data are in " + folder);
        try {
            serve(running.owns(wanted::start), distribution, progress, out, start);
        } catch (Trouble trouble) {
            if (!running.isStopping()) {
                throw trouble;
            }
        }
        return STOPPED;
    }

    private static void serve(Stack stack, Distribution distribution, Progress progress, PrintStream out, long start) {
        var fall = new Fall(stack);
        try {
            RunningStack.of(stack).writeTo(stack.state());
            new Loading(stack, distribution, progress).load();
            out.println();
            new Welcome(stack, distribution).printTo(out, start);
            fall.await();
        } catch (Trouble trouble) {
            throw fall.find().map(Trouble::new).orElse(trouble);
        }
    }
}
