package org.mangrove.journeys;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.mangrove.launcher.Distribution;
import org.mangrove.launcher.Loading;
import org.mangrove.launcher.NodePlan;
import org.mangrove.launcher.Ports;
import org.mangrove.launcher.Progress;
import org.mangrove.launcher.Stack;

/**
 * Starts a stack with a node for the core and another one for the cells, with a line between them that tests can spoil, and
 * the demonstration in it.
 */
final class NodesApart implements ParameterResolver {

    /** The stack, and the line from its cells to its core. */
    record Apart(Stack stack, FeedProxy line, Readiness readiness) implements AutoCloseable {

        static Apart started() {
            Distribution distribution = Distribution.found();
            Path state = distribution.project().resolve("platform/journeys/target/state-apart");
            var progress = Progress.printedTo(System.out);
            var line = new FeedProxy();
            try {
                Ports ports = Ports.free();
                line.leadTo(URI.create("http://127.0.0.1:" + ports.node(0)));
                Stack stack = Stack.at(state)
                        .fresh()
                        .ports(ports)
                        .nodes(List.of(NodePlan.core(), NodePlan.cells("eu", "sa", "jp")))
                        .feedThrough(line.address())
                        .property("mangrove.feed.patience-seconds", "2")
                        .property("mangrove.feed.stale-after-seconds", "3")
                        .progress(progress)
                        .start();
                try {
                    new Loading(stack, distribution, progress).load();
                    return new Apart(stack, line, new Readiness(stack, Patience.USUAL, System.out::println));
                } catch (RuntimeException failed) {
                    stack.close();
                    throw failed;
                }
            } catch (RuntimeException failed) {
                line.close();
                throw failed;
            }
        }

        /** Where people of the cells go. */
        WholeStack.Site cells() {
            return new WholeStack.Site(stack.nodeOf("eu").url());
        }

        WholeStack.Site core() {
            return new WholeStack.Site(stack.node().url());
        }

        Rows rows(String cell) {
            return Rows.ofCell(stack, cell);
        }

        /** What a cell has of all feeds, with the moment at which it was applied. */
        /** All but the register of components, which is brought up to date whenever a core starts: its people may be there by then. */
        List<String> subjects(String cell) {
            return rows(cell)
                    .lines("select enterprise_id, type, subject, epoch, number, applied_at from publication_subject"
                            + " where type <> 'components.register' order by 1, 2, 3");
        }

        FeedOperator operator() {
            return new FeedOperator(stack);
        }

        @Override
        public void close() {
            stack.close();
            line.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Apart.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        Apart apart = test.getRoot()
                .getStore(ExtensionContext.Namespace.create(NodesApart.class))
                .getOrComputeIfAbsent(Apart.class, first -> Apart.started(), Apart.class);
        apart.readiness().mustBeUp();
        return apart;
    }
}
