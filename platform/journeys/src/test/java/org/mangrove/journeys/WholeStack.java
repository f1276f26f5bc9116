package org.mangrove.journeys;

import java.net.URI;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.mangrove.launcher.Distribution;
import org.mangrove.launcher.Loading;
import org.mangrove.launcher.Ports;
import org.mangrove.launcher.Progress;
import org.mangrove.launcher.Stack;

/**
 * Starts one stack with the demonstration in it for all tests, with its traces switched on, stops it after the last, and
 * gives each test what it asks for: where people reach it, its parts, its traces, its mail. No test begins before the stack is up.
 */
final class WholeStack implements ParameterResolver {

    /** Where people reach it. */
    record Site(URI url) {}

    private record Running(Stack stack, Collector traces, Postbox postbox, Readiness readiness)
            implements AutoCloseable {

        static Running started() {
            Distribution distribution = Distribution.found();
            Path state = distribution.project().resolve("platform/journeys/target/state");
            var progress = Progress.printedTo(System.out);
            var traces = new Collector();
            Postbox postbox = Postbox.open();
            Stack stack = Stack.at(state)
                    .fresh()
                    .ports(Ports.free())
                    .property("mangrove.missing-words", "refuse")
                    .property("mangrove.events.patience-seconds", "10")
                    .property("mangrove.forwarding.networks", "127.0.0.0/8,::1")
                    .property("mangrove.mail.host", "127.0.0.1")
                    .property("mangrove.mail.port", Integer.toString(postbox.port()))
                    .property("mangrove.mail.security", "none")
                    .property("mangrove.mail.from", "learning@mangrove.example")
                    .property("mangrove.mail.round-seconds", "2")
                    .property("mangrove.audit.networks", "127.0.0.0/8")
                    .property("otel.sdk.disabled", "false")
                    .property("otel.exporter.otlp.protocol", "http/protobuf")
                    .property("otel.exporter.otlp.endpoint", traces.url().toString())
                    .property("otel.bsp.schedule.delay", "500")
                    .progress(progress)
                    .start();
            try {
                new Loading(stack, distribution, progress).load();
            } catch (RuntimeException failed) {
                stack.close();
                throw failed;
            }
            return new Running(stack, traces, postbox, new Readiness(stack, Patience.USUAL, System.out::println));
        }

        @Override
        public void close() {
            stack.close();
            traces.close();
            postbox.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return Set.of(Site.class, Stack.class, Collector.class, Postbox.class)
                .contains(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        Running running = test.getRoot()
                .getStore(ExtensionContext.Namespace.create(WholeStack.class))
                .getOrComputeIfAbsent(Running.class, first -> Running.started(), Running.class);
        running.readiness().mustBeUp();
        Class<?> wanted = parameter.getParameter().getType();
        if (wanted == Stack.class) {
            return running.stack();
        }
        if (wanted == Postbox.class) {
            return running.postbox();
        }
        return wanted == Collector.class
                ? running.traces()
                : new Site(running.stack().node().url());
    }
}
