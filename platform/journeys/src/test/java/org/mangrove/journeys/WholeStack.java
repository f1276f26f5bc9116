package org.mangrove.journeys;

import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.mangrove.launcher.Distribution;
import org.mangrove.launcher.Loading;
import org.mangrove.launcher.Ports;
import org.mangrove.launcher.Progress;
import org.mangrove.launcher.Stack;

/** Starts one stack with the demonstration in it for all tests, stops it after the last, and says to each where it is. */
final class WholeStack implements ParameterResolver {

    /** Where people reach it. */
    record Site(URI url) {}

    private record Running(Stack stack) implements AutoCloseable {

        static Running started() {
            Distribution distribution = Distribution.found();
            Path state = distribution.project().resolve("platform/journeys/target/state");
            var progress = Progress.printedTo(System.out);
            Stack stack = Stack.at(state)
                    .fresh()
                    .ports(Ports.free())
                    .property("mangrove.missing-words", "refuse")
                    .progress(progress)
                    .start();
            try {
                new Loading(stack, distribution, progress).load();
            } catch (RuntimeException failed) {
                stack.close();
                throw failed;
            }
            return new Running(stack);
        }

        @Override
        public void close() {
            stack.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Site.class;
    }

    @Override
    public Site resolveParameter(ParameterContext parameter, ExtensionContext test) {
        Running running = test.getRoot()
                .getStore(ExtensionContext.Namespace.create(WholeStack.class))
                .getOrComputeIfAbsent(Running.class, first -> Running.started(), Running.class);
        return new Site(running.stack().node().url());
    }
}
