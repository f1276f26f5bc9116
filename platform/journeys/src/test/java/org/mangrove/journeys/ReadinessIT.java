package org.mangrove.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mangrove.launcher.Stack;

/** What a test is told, and finds, that begins after another one has broken the stack. */
@ExtendWith(WholeStack.class)
class ReadinessIT {

    @Test
    void a_node_that_hangs_is_told_with_the_end_of_its_log_and_a_dead_one_is_started_again(Stack stack)
            throws Exception {
        var said = new ArrayList<String>();
        var readiness = new Readiness(stack, Patience.of(Duration.ofSeconds(1)), said::add);
        readiness.mustBeUp();
        String lastLine = new NodeProcess(stack.node()).log().lines().toList().getLast();

        signal("-STOP", stack.node().pid());
        try {
            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(readiness::mustBeUp)
                    .withMessageContaining(
                            "the node \"%s\" was not ready", stack.node().plan().name())
                    .withMessageContaining("/health/ready it said: nothing")
                    .withMessageContaining(lastLine)
                    .satisfies(told -> assertThat(told.getMessage().lines()).hasSizeBetween(30, 60));
            assertThat(said).isEmpty();
        } finally {
            stack.node().kill();
        }

        new Readiness(stack, Patience.of(Duration.ofSeconds(60)), said::add).mustBeUp();
        assertThat(said)
                .containsExactly("An earlier test has left the node \"%s\" dead: it is started again."
                        .formatted(stack.node().plan().name()));
        assertThat(stack.node().isAlive()).isTrue();
    }

    private static void signal(String signal, long process) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", signal, Long.toString(process))
                        .inheritIO()
                        .start()
                        .waitFor())
                .isZero();
    }
}
