package org.mangrove.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mangrove.launcher.Stack;

/**
 * A plugin that misbehaves, installed into one tenant of a system that runs: that tenant gets what the contracts of the
 * points say, the others notice nothing, and the operator is told.
 */
@ExtendWith(WholeStack.class)
class MisbehavingPluginIT {

    private static final List<Learner> OTHERS = List.of(Learner.LENA, Learner.NOURA, Learner.HARUKA);
    private static final boolean IS_LONG = Boolean.getBoolean("mangrove.long");
    private static final int ROUNDS = 9;
    private static final int REQUESTS_A_ROUND = 60;

    @TempDir
    Path folder;

    private final Stack stack;
    private final WholeStack.Site site;
    private final NodeProcess node;

    MisbehavingPluginIT(Stack stack, WholeStack.Site site) {
        this.stack = stack;
        this.site = site;
        this.node = new NodeProcess(stack.node());
    }

    static Stream<Arguments> misdeeds() {
        return Stream.of(
                Arguments.of("1.0.1", "throw new IllegalStateException(\"broken\");", "resting", "threw an exception"),
                Arguments.of(
                        "1.0.2",
                        "try { Thread.sleep(60_000); } catch (InterruptedException told) { return; }",
                        "resting",
                        "took longer than its contract allows"),
                Arguments.of(
                        "1.0.3",
                        "long sum = 0; while (!Thread.currentThread().isInterrupted()) { sum += new byte[1 << 20].length; }",
                        "resting",
                        "allocated more than its contract allows"));
    }

    @ParameterizedTest
    @MethodSource("misdeeds")
    void the_tenant_gets_what_the_contracts_say_the_breaker_opens_and_the_operator_is_told(
            String version, String misdeed, String state, String said) {
        try (InstalledPlugin plugin = installed(version, misdeed)) {
            assertRefusedWhereRulesProtectAndLeftOutElsewhere();
            Map<?, ?> use = plugin.use();
            assertThat(use.get("state")).as("%s", use).isEqualTo(state);
            assertThat((String) use.get("lastFailure")).contains(said);
            assertThat(node.log())
                    .containsPattern("Plugin at-misbehaves.%s, asked as ProcessingPolicy for tenant \\d+, %s"
                            .formatted(version, said));
            long told = timesTold(version);
            assertRefusedWhereRulesProtectAndLeftOutElsewhere();
            assertThat(timesTold(version))
                    .as("calls that failed while the breaker is open: one may try again after a while")
                    .isLessThanOrEqualTo(told + 1);
            assertOthersAreServed();
        }
    }

    /** Nothing stops it before the heap is full; then it is the call that fails, and the node goes on. */
    @Test
    void a_call_that_hoards_until_the_heap_is_full_takes_nobody_along() {
        long pid = stack.node().pid();
        try (InstalledPlugin plugin = installed(
                "1.0.4", "List<byte[]> all = new ArrayList<>(); while (true) { all.add(new byte[1 << 20]); }")) {
            assertRefusedWhereRulesProtectAndLeftOutElsewhere();
            assertThat(node.log())
                    .containsPattern("Plugin at-misbehaves.1.0.4, asked as \\w+ for tenant \\d+, "
                            + "(?:allocated more than its contract allows|threw an exception|took longer)");
            Patience.USUAL.until("both calls have ended", () -> plugin.stuckThreads() == 0);
            assertThat(stack.node().isAlive()).isTrue();
            assertThat(stack.node().pid()).isEqualTo(pid);
            assertOthersAreServed();
        }
    }

    @Test
    void a_thread_that_is_left_behind_is_told_to_the_operator_who_removes_the_plugin() throws IOException {
        try (Held held = Held.in(folder);
                InstalledPlugin plugin = installed("1.0.5", """
                if (BEGUN.compareAndSet(false, true)) {
                    Thread left = new Thread(() -> {
                        while (isThere("%s")) {
                            try { Thread.sleep(20); } catch (InterruptedException unheeded) { }
                        }
                    }, "left behind");
                    left.setDaemon(true);
                    left.start();
                }
                """.formatted(held.file()))) {
            try (var anna = new Visitor(site, Learner.ANNA.language())) {
                anna.signOn(Learner.ANNA);
                assertThat(anna.go(Learner.ANNA.at("/my-data")).text())
                        .doesNotContain(Words.of("extension.plugin.cannot-decide-now"));
            }
            assertThat(plugin.use().get("state")).isEqualTo("ready");
            assertThat(node.threadsNamed("\"left behind\"")).isEqualTo(1);
            assertThat(plugin.takeOut()).contains("one thread that it started goes on");
            assertThat(node.log()).contains("at-misbehaves 1.0.5 started 1 threads of its own");
            held.letGo();
            Patience.USUAL.until("the thread has ended", () -> node.threadsNamed("\"left behind\"") == 0);
        }
    }

    @Test
    void two_threads_spin_at_most_and_the_other_tenants_are_served_as_when_nothing_spins() throws Exception {
        Path spinning = Files.createFile(folder.resolve("spinning"));
        try (Held held = Held.in(folder);
                InstalledPlugin plugin = installed("1.0.6", """
                long sum = 0;
                while (isThere("%s")) {
                    if (isThere("%s")) {
                        for (int i = 0; i < 5_000_000; i++) { sum += i * sum; }
                    } else {
                        try { Thread.sleep(20); } catch (InterruptedException unheeded) { }
                    }
                }
                """.formatted(held.file(), spinning))) {
            assertRefusedWhereRulesProtectAndLeftOutElsewhere();
            Map<?, ?> told = plugin.use();
            assertThat(told.get("state")).as("%s", told).isEqualTo("stuck");
            assertThat(plugin.stuckThreads()).isEqualTo(2);
            assertThat(node.log())
                    .contains("at-misbehaves 1.0.6: a call does not heed its interrupt, 2 of 2 threads are lost");

            assertOthersAreServed();
            if (IS_LONG) {
                assertOthersAreAsFastAsWhenNothingSpins(spinning);
            }
            held.letGo();
            Patience.USUAL.until("the threads have come back", () -> plugin.stuckThreads() == 0);
        }
    }

    private void assertOthersAreAsFastAsWhenNothingSpins(Path spinning) throws Exception {
        List<Long> calm = new ArrayList<>();
        List<Long> noisy = new ArrayList<>();
        try (var load = new PacedLoad(site, OTHERS);
                var anna = new Visitor(site, Learner.ANNA.language())) {
            anna.signOn(Learner.ANNA);
            Files.delete(spinning);
            load.micros95(2 * REQUESTS_A_ROUND);
            for (int round = 0; round < ROUNDS; round++) {
                calm.add(load.micros95(REQUESTS_A_ROUND));
                Files.createFile(spinning);
                anna.go(Learner.ANNA.at("/my-data"));
                noisy.add(load.micros95(REQUESTS_A_ROUND));
                assertThat(node.threadsNamed("\"plugin at-misbehaves")).isEqualTo(2);
                Files.delete(spinning);
            }
        }
        System.out.printf("p95 of others in µs: calm %s, while two threads spin %s%n", calm, noisy);
        assertThat(middle(noisy))
                .as("p95 of others in µs; calm %s, while two threads spin %s", calm, noisy)
                .isLessThan(2 * middle(calm));
    }

    /** For as long as its file is there, a call of the plugin's does not end, whatever it is told. */
    private record Held(Path file) implements AutoCloseable {

        static Held in(Path folder) throws IOException {
            return new Held(Files.createFile(folder.resolve("held")));
        }

        void letGo() throws IOException {
            Files.deleteIfExists(file);
        }

        @Override
        public void close() throws IOException {
            letGo();
        }
    }

    private InstalledPlugin installed(String version, String misdeed) {
        return InstalledPlugin.of(stack, Learner.ANNA, new BadPlugin(version, misdeed), folder);
    }

    /** The page of one's data asks rules that protect people; the market's customs are merely nicer. */
    private void assertRefusedWhereRulesProtectAndLeftOutElsewhere() {
        try (var anna = new Visitor(site, Learner.ANNA.language())) {
            anna.signOn(Learner.ANNA);
            Answer data = anna.go(Learner.ANNA.at("/my-data"));
            assertThat(data.status()).isEqualTo(200);
            assertThat(data.text()).contains(Words.of("extension.plugin.cannot-decide-now"));
            Answer catalogue = anna.go(Learner.ANNA.at("/catalogue"));
            assertThat(catalogue.status()).isEqualTo(200);
            assertThat(catalogue.text()).contains("/courses/information-security-essentials\"");
        }
    }

    private void assertOthersAreServed() {
        for (Learner other : OTHERS) {
            try (var visitor = new Visitor(site, other.language())) {
                visitor.signOn(other);
                Answer data = visitor.go(other.at("/my-data"));
                assertThat(data.status()).as("%s", other).isEqualTo(200);
                assertThat(data.text()).doesNotContain("at-misbehaves");
            }
        }
    }

    /** How often the log says that a call of the plugin failed in Anna's tenant. */
    private long timesTold(String version) {
        return node.log()
                .lines()
                .filter(line -> line.contains("Plugin at-misbehaves %s, asked as ProcessingPolicy".formatted(version)))
                .count();
    }

    private static long middle(List<Long> numbers) {
        return numbers.stream().sorted().toList().get(numbers.size() / 2);
    }
}
