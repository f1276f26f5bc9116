package org.mangrove.core.extension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mangrove.core.tenancy.SampleTenants.BERLIN;
import static org.mangrove.core.tenancy.SampleTenants.like;
import static org.mangrove.core.tenancy.SampleTenants.plugin;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mangrove.core.extension.PluginHealth.State;
import org.mangrove.core.localization.Words;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.tenancy.SampleTenants;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.core.tenancy.TenantProfile.PluginChoice;
import org.mangrove.core.tenancy.TenantsInMemory;
import org.mangrove.sdk.Message;
import org.mangrove.sdk.Verdict;
import org.mangrove.sdk.assignment.Assignment;
import org.mangrove.sdk.assignment.AssignmentRule;
import org.mangrove.sdk.assignment.Worker;
import org.mangrove.sdk.processing.LegalBasis;
import org.mangrove.sdk.processing.ProcessingPolicy;
import org.mangrove.sdk.processing.ProcessingRequest;

/** Plugins that behave, and plugins that do not: their tenant gets the contract's outcome, and nobody else notices. */
class ExtensionsTest {

    private static final ProcessingRequest REQUEST = new ProcessingRequest(
            "analytics", LegalBasis.CONSENT, Optional.empty(), Optional.empty(), Instant.parse("2026-11-22T00:00:00Z"));
    private static final Worker WORKER = new Worker(
            LocalDate.of(2026, 11, 22), LocalDate.of(2026, 1, 1), Worker.AgeGroup.ADULT, Set.of(), Set.of(), Map.of());
    private static final String ALLOW = "return Verdict.allowed();";
    private static final String SPINS = "mangrove.test.spins";

    @TempDir
    Path folder;

    private final TenantsInMemory tenants = new TenantsInMemory();
    private final Extensions extensions = new Extensions();
    private final Plugins plugins = new Plugins();
    private final GatesByHand gates = GatesByHand.open();
    private final PluginHealth health = new PluginHealth();

    @BeforeEach
    void setUp() {
        plugins.folders = new PluginFolders(folder.resolve("plugins"), folder.resolve("plugins/.work/1"));
        plugins.tenants = tenants;
        plugins.words = new Words();
        plugins.clock = Clock.systemUTC();
        extensions.plugins = plugins;
        extensions.tenants = tenants;
        extensions.memories = new PluginMemories();
        extensions.gates = gates;
        health.gates = gates;
        health.plugins = plugins;
        health.tenants = tenants;
    }

    @AfterEach
    void tearDown() {
        System.clearProperty(SPINS);
        plugins.unloadAll();
    }

    @Test
    void does_not_ask_what_is_held_back_and_rules_that_protect_people_fail_closed() {
        install(PluginJars.policy("a-one", "1.0.0", refuse("one")));
        install(PluginJars.rule("b-two", "1.0.0", "return java.util.List.of();"));
        TenantProfile acme = add(1, "acme-de", plugin("a-one", "1.0.0"), plugin("b-two", "1.0.0"));
        assertThat(judge(acme)).isNotEmpty();
        assertThat(assign(acme)).isNotEmpty();

        gates.heldBack.addAll(List.of("a-one", "b-two"));

        assertThatExceptionOfType(Refusal.Unavailable.class).isThrownBy(() -> judge(acme));
        assertThat(assign(acme)).isEmpty();
        assertThat(health.reports()).allSatisfy(report -> {
            assertThat(report.state()).isEqualTo(PluginHealth.State.HELD_BACK);
            assertThat(report.objection()).isPresent();
        });
        assertThat(health.isWell()).isTrue();

        gates.heldBack.clear();
        assertThat(judge(acme)).isNotEmpty();
    }

    @Test
    void asks_in_the_order_and_the_versions_of_the_tenants_configuration() {
        install(PluginJars.policy("a-one", "1.0.0", refuse("one-1")));
        install(PluginJars.policy("a-one", "2.0.0", refuse("one-2")));
        install(PluginJars.policy("b-two", "1.0.0", refuse("two")));
        TenantProfile acme = add(1, "acme-de", plugin("b-two", "1.0.0"), plugin("a-one", "2.0.0"));
        TenantProfile borealis = add(2, "borealis-de", plugin("a-one", "1.0.0"));

        assertThat(judge(acme)).containsExactly(refused("two"), refused("one-2"));
        assertThat(judge(borealis)).containsExactly(refused("one-1"));
    }

    @Test
    void asks_no_plugin_that_the_tenant_has_not_switched_on() {
        install(PluginJars.policy("a-one", "1.0.0", refuse("one")));

        assertThat(judge(add(1, "acme-de"))).isEmpty();
    }

    @Test
    void passes_over_plugins_that_do_not_serve_the_point() {
        install(PluginJars.policy("a-one", "1.0.0", ALLOW));

        assertThat(assign(add(1, "acme-de", plugin("a-one", "1.0.0")))).isEmpty();
    }

    @Test
    void gives_a_plugin_its_tenants_settings() {
        install(PluginJars.policy(
                "a-one", "1.0.0", "return Verdict.refused(Message.of(market.settings().text(\"says\", \"\")));"));
        var chosen = new PluginChoice("a-one", "1.0.0", List.of(), Map.of("says", "hello"));

        assertThat(judge(add(1, "acme-de", chosen))).containsExactly(refused("hello"));
    }

    @Test
    void refuses_where_the_contract_says_so_if_a_plugin_throws() {
        install(PluginJars.policy("a-one", "1.0.0", "throw new IllegalStateException(\"broken\");"));
        TenantProfile acme = add(1, "acme-de", plugin("a-one", "1.0.0"));

        assertRefused(acme);
    }

    @Test
    void leaves_a_failed_plugin_out_where_the_contract_says_so() {
        install(PluginJars.rule("a-one", "1.0.0", "throw new StackOverflowError();"));
        install(PluginJars.rule("b-two", "1.0.0", "return java.util.List.of();"));
        TenantProfile acme = add(1, "acme-de", plugin("a-one", "1.0.0"), plugin("b-two", "1.0.0"));

        assertThat(assign(acme)).containsExactly(List.of());
    }

    @Test
    void refuses_if_a_plugin_that_is_switched_on_is_not_installed() {
        assertRefused(add(1, "acme-de", plugin("a-one", "1.0.0")));
        assertThat(health.reports()).singleElement().returns(State.MISSING, PluginHealth.Report::state);
    }

    @Test
    void frees_the_thread_of_a_plugin_that_sleeps() {
        install(PluginJars.policy(
                "a-one",
                "1.0.0",
                "try { Thread.sleep(60_000); } catch (InterruptedException e) { } return Verdict.allowed();"));
        TenantProfile acme = add(1, "acme-de", plugin("a-one", "1.0.0"));

        long start = System.nanoTime();
        assertRefused(acme);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        assertThat(health.reports()).singleElement().returns(0, PluginHealth.Report::stuckThreads);
    }

    @Test
    void lets_at_most_two_threads_spin_and_leaves_other_tenants_alone() throws Exception {
        System.setProperty(SPINS, "true");
        install(PluginJars.policy("a-one", "1.0.0", "while (Boolean.getBoolean(\"" + SPINS + "\")) {} " + ALLOW));
        install(PluginJars.policy("b-two", "1.0.0", ALLOW));
        TenantProfile acme = add(1, "acme-de", plugin("a-one", "1.0.0"));
        TenantProfile borealis = add(2, "borealis-de", plugin("b-two", "1.0.0"));

        try (var callers = Executors.newFixedThreadPool(16)) {
            List<Callable<Boolean>> asks = IntStream.range(0, 32)
                    .<Callable<Boolean>>mapToObj(caller -> () -> isRefused(acme))
                    .toList();
            for (Future<Boolean> answer : callers.invokeAll(asks)) {
                assertThat(answer.get()).isTrue();
            }
        }

        assertThat(threadsInside("a-one")).isEqualTo(2);
        assertThat(health.reports().getFirst().state()).isEqualTo(State.STUCK);
        assertThat(health.isWell()).isFalse();
        assertThat(judge(borealis)).containsExactly(Verdict.allowed());

        System.clearProperty(SPINS);
        await(() -> health.reports().getFirst().stuckThreads() == 0);
    }

    @Test
    void refuses_at_once_while_a_plugin_is_stuck() throws Exception {
        System.setProperty(SPINS, "true");
        install(PluginJars.policy("a-one", "1.0.0", "while (Boolean.getBoolean(\"" + SPINS + "\")) {} " + ALLOW));
        TenantProfile acme = add(1, "acme-de", plugin("a-one", "1.0.0"));
        assertRefused(acme);
        assertRefused(acme);

        long start = System.nanoTime();
        for (int ask = 0; ask < 100; ask++) {
            assertRefused(acme);
        }

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(500));
    }

    @Test
    void stops_a_plugin_that_eats_memory() {
        install(PluginJars.policy("a-one", "1.0.0", """
                long sum = 0;
                while (!Thread.currentThread().isInterrupted()) { sum += new byte[1 << 20].length; }
                return Verdict.allowed();
                """));
        TenantProfile acme = add(1, "acme-de", plugin("a-one", "1.0.0"));

        assertRefused(acme);

        assertThat(health.reports().getFirst().lastFailure())
                .hasValueSatisfying(said -> assertThat(said).contains("allocated"));
    }

    @Test
    void leaves_a_plugin_alone_that_fails_again_and_again_but_only_for_that_tenant() {
        install(PluginJars.policy("a-one", "1.0.0", """
                if (market.settings().flag("fails", false)) { throw new IllegalStateException("broken"); }
                return Verdict.allowed();
                """));
        TenantProfile acme = add(1, "acme-de", new PluginChoice("a-one", "1.0.0", List.of(), Map.of("fails", true)));
        TenantProfile borealis = add(2, "borealis-de", plugin("a-one", "1.0.0"));

        for (int ask = 0; ask < 5; ask++) {
            assertRefused(acme);
        }

        assertThat(health.reports()).extracting(PluginHealth.Report::state).containsExactly(State.RESTING, State.READY);
        assertThat(judge(borealis)).containsExactly(Verdict.allowed());
    }

    @Test
    void does_not_grant_a_capability_that_the_tenants_admin_has_not_granted() {
        install(PluginJars.policy("a-one", "1.0.0", "market.memory().keep(\"a\", \"b\"); return Verdict.allowed();"));

        assertRefused(add(1, "acme-de", plugin("a-one", "1.0.0")));
    }

    @Test
    void shows_a_plugin_nothing_of_the_host() {
        install(PluginJars.policy("a-one", "1.0.0", """
                for (String name : java.util.List.of("org.mangrove.core.extension.Extensions",
                        "com.ibm.icu.util.ULocale", "org.hibernate.Session", "io.github.resilience4j.bulkhead.Bulkhead")) {
                    try {
                        Class.forName(name, false, Thread.currentThread().getContextClassLoader());
                        return Verdict.refused(Message.of("saw").with("what", name));
                    } catch (ClassNotFoundException hidden) {
                    }
                }
                boolean own = Thread.currentThread().getContextClassLoader() == Policy.class.getClassLoader();
                return own && Policy.class.getResource("/messages/pages/en.properties") == null
                        ? Verdict.allowed() : Verdict.refused(Message.of("saw"));
                """));

        assertThat(judge(add(1, "acme-de", plugin("a-one", "1.0.0")))).containsExactly(Verdict.allowed());
    }

    @Test
    void takes_no_object_of_a_plugins_own_class_for_an_answer() {
        install(PluginJars.policy("a-one", "1.0.0", """
                class Trojan { @Override public String toString() { throw new IllegalStateException("here"); } }
                return Verdict.refused(Message.of("a").with("b", new Trojan()));
                """));

        assertRefused(add(1, "acme-de", plugin("a-one", "1.0.0")));
    }

    @Test
    void takes_a_lists_elements_and_not_the_list() {
        install(PluginJars.rule("a-one", "1.0.0", """
                return new java.util.AbstractList<Assignment>() {
                    public Assignment get(int index) { throw new IndexOutOfBoundsException(index); }
                    public int size() { return 0; }
                };
                """));

        assertThat(assign(add(1, "acme-de", plugin("a-one", "1.0.0"))))
                .singleElement()
                .satisfies(list -> assertThat(list.getClass().getClassLoader()).isNull());
    }

    @Test
    void tells_of_threads_that_a_plugin_has_started() {
        System.setProperty(SPINS, "true");
        install(PluginJars.policy("a-one", "1.0.0", """
                var leaked = new Thread(() -> {
                    while (Boolean.getBoolean("%s")) {
                        try { Thread.sleep(10); } catch (InterruptedException ignored) { }
                    }
                }, "left behind");
                leaked.setDaemon(true);
                leaked.start();
                return Verdict.allowed();
                """.formatted(SPINS)));
        judge(add(1, "acme-de", plugin("a-one", "1.0.0")));

        assertThat(plugins.remove(new PluginName("a-one", "1.0.0"), true)).containsExactly("left behind");
    }

    @Test
    void is_used_and_removed_twenty_times_without_leaving_its_classes_in_memory() {
        var loaders = new ArrayList<WeakReference<ClassLoader>>();
        TenantProfile acme = add(1, "acme-de", plugin("a-one", "1.0.0"));
        var name = new PluginName("a-one", "1.0.0");
        for (int cycle = 0; cycle < 20; cycle++) {
            install(PluginJars.policy(
                    "a-one",
                    "1.0.0",
                    "ThreadLocal<Object> left = new ThreadLocal<>(); " + "left.set(new Object() {}); "
                            + refuse("cycle-" + cycle)));
            assertThat(judge(acme)).containsExactly(refused("cycle-" + cycle));
            loaders.add(
                    new WeakReference<>(plugins.findLoaded(name).orElseThrow().loader()));
            plugins.remove(name, true);
        }

        await(() -> {
            System.gc();
            return loaders.stream().filter(loader -> loader.get() != null).count() <= 1;
        });
        assertThat(folder.resolve("plugins/.work/1")).isEmptyDirectory();
    }

    /** How fast is seen where the system runs as a whole, with the priorities of its threads. */
    @Test
    void answers_others_while_two_threads_spin() {
        install(PluginJars.policy("a-one", "1.0.0", ALLOW));
        install(PluginJars.policy("b-two", "1.0.0", "while (Boolean.getBoolean(\"" + SPINS + "\")) {} " + ALLOW));
        TenantProfile acme = add(1, "acme-de", plugin("a-one", "1.0.0"));
        TenantProfile borealis = add(2, "borealis-de", plugin("b-two", "1.0.0"));
        System.setProperty(SPINS, "true");
        try {
            assertRefused(borealis);
            assertRefused(borealis);
            assertThat(threadsInside("b-two")).isEqualTo(2);

            for (int ask = 0; ask < 5_000; ask++) {
                assertThat(judge(acme)).containsExactly(Verdict.allowed());
            }
            assertThat(threadsInside("b-two")).as("they still spin").isEqualTo(2);
        } finally {
            System.clearProperty(SPINS);
        }
        await(() -> threadsInside("b-two") == 0);
    }

    @Test
    void switches_to_another_version_without_a_restart() {
        install(PluginJars.policy("a-one", "1.0.0", refuse("old")));
        assertThat(judge(add(1, "acme-de", plugin("a-one", "1.0.0")))).containsExactly(refused("old"));

        install(PluginJars.policy("a-one", "1.1.0", refuse("new")));

        assertThat(judge(add(1, "acme-de", plugin("a-one", "1.1.0")))).containsExactly(refused("new"));
    }

    @Test
    void does_not_remove_what_a_tenant_has_switched_on() {
        install(PluginJars.policy("a-one", "1.0.0", ALLOW));
        TenantProfile acme = add(1, "acme-de", plugin("a-one", "1.0.0"));

        assertThatExceptionOfType(Refusal.Conflict.class)
                .isThrownBy(() -> plugins.remove(new PluginName("a-one", "1.0.0"), false));
        assertThat(judge(acme)).containsExactly(Verdict.allowed());
    }

    private PluginDescription install(PluginJars jar) {
        try {
            return plugins.install(new ByteArrayInputStream(Files.readAllBytes(jar.write(folder))));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private List<Verdict> judge(TenantProfile tenant) {
        return extensions.ask(tenant, ProcessingPolicy.class, (policy, market) -> policy.judge(market, REQUEST));
    }

    private List<List<Assignment>> assign(TenantProfile tenant) {
        return extensions.ask(tenant, AssignmentRule.class, (rule, market) -> rule.assignments(market, WORKER));
    }

    private boolean isRefused(TenantProfile tenant) {
        try {
            judge(tenant);
            return false;
        } catch (Refusal.Unavailable refused) {
            return true;
        }
    }

    private void assertRefused(TenantProfile tenant) {
        assertThatExceptionOfType(Refusal.Unavailable.class)
                .isThrownBy(() -> judge(tenant))
                .satisfies(refusal ->
                        assertThat(refusal.reason()).isEqualTo(Message.of("extension.plugin.cannot-decide-now")));
    }

    private static String refuse(String key) {
        return "return Verdict.refused(Message.of(\"" + key + "\"));";
    }

    private static Verdict refused(String key) {
        return Verdict.refused(Message.of(key));
    }

    private static long threadsInside(String plugin) {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(thread -> thread.getKey().getName().startsWith("plugin " + plugin))
                .filter(thread -> Arrays.stream(thread.getValue())
                        .anyMatch(frame -> frame.getMethodName().equals("judge")))
                .count();
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    private TenantProfile add(int number, String slug, PluginChoice... plugins) {
        return tenants.add(SampleTenants.of(like(BERLIN, number, slug), plugins));
    }
}
