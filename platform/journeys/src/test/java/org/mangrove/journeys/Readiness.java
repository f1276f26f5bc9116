package org.mangrove.journeys;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.mangrove.launcher.Node;
import org.mangrove.launcher.Stack;
import org.mangrove.launcher.Trouble;

/**
 * Sees to it that a test begins with a stack that is up. What an earlier test has left dead is started again, and that is
 * said; a node that does not get ready is told as what it is, and not as the riddles of all tests after it.
 */
final class Readiness {

    private static final int LAST_LINES = 40;
    private static final int LONGEST_LINE = 400;

    private final Stack stack;
    private final Patience patience;
    private final Consumer<String> said;
    private boolean isGivenUp;

    /** @param patience with a node that runs and is not ready; used up once, it is not granted to later tests again */
    Readiness(Stack stack, Patience patience, Consumer<String> said) {
        this.stack = stack;
        this.patience = patience;
        this.said = said;
    }

    /** @throws AssertionError with the answer about the node's health and the end of its log */
    synchronized void mustBeUp() {
        revive("the database", stack.database()::isAlive, stack.database()::restart);
        revive("Keycloak", stack.keycloak()::isAlive, stack.keycloak()::restart);
        for (Node node : stack.nodes()) {
            revive(named(node), node::isAlive, node::restart);
            mustBeReady(node);
        }
    }

    private void revive(String part, BooleanSupplier isAlive, Runnable restart) {
        if (isAlive.getAsBoolean()) {
            return;
        }
        said.accept("An earlier test has left %s dead: it is started again.".formatted(part));
        try {
            restart.run();
        } catch (Trouble trouble) {
            throw new AssertionError(
                    "An earlier test has left %s dead, and it could not be started again: %s"
                            .formatted(part, trouble.getMessage()),
                    trouble);
        }
    }

    private void mustBeReady(Node node) {
        Patience left = isGivenUp ? Patience.of(Duration.ZERO) : patience;
        try {
            left.until("the node is ready", () -> health(node), health -> health.startsWith("200 "));
            isGivenUp = false;
        } catch (AssertionError never) {
            isGivenUp = true;
            throw new AssertionError(
                    "Before this test began, %s was not ready (asked at /health/ready it said: %s). The end of %s:%n    %s"
                            .formatted(
                                    named(node),
                                    health(node).strip(),
                                    node.log(),
                                    String.join("\n    ", lastLines(node.log()))),
                    never);
        }
    }

    private static String health(Node node) {
        try {
            Answer answer = new Program(node.url(), Duration.ofSeconds(5)).get("/health/ready");
            return answer.status() + " " + answer.text();
        } catch (NoAnswer none) {
            return "nothing, " + none.getCause();
        }
    }

    private static List<String> lastLines(Path log) {
        try {
            List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .map(line -> line.substring(0, Math.min(line.length(), LONGEST_LINE)))
                    .toList();
            return lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size());
        } catch (IOException unreadable) {
            return List.of("(no log: " + unreadable.getMessage() + ")");
        }
    }

    private static String named(Node node) {
        return "the node \"%s\"".formatted(node.plan().name());
    }
}
