package org.mangrove.launcher;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

/** {@code ./mangrove run}: everything up, loaded and told of, until Ctrl-C. */
final class RunCommand {

    private RunCommand() {}

    static int run(List<String> words, PrintStream out) {
        var arguments = Arguments.of(words, Set.of("--state", "--port"), Set.of("--fresh"));
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
        out.println("Starting Mangrove; its data are in " + folder);
        Stack stack = running.owns(wanted::start);
        var failure = new AtomicReference<String>("");
        var ended = new CountDownLatch(1);
        stack.ifAPartEndsByItself(sentence -> {
            failure.compareAndSet("", sentence);
            ended.countDown();
        });
        RunningStack.of(stack).writeTo(stack.state());
        new Loading(stack, distribution, progress).load();
        out.println();
        new Welcome(stack, distribution).printTo(out, start);
        try {
            ended.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        throw new Trouble(failure.get() + System.lineSeparator()
                + "Everything else is being stopped; start again with ./mangrove run.");
    }
}
