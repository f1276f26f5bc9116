package org.mangrove.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mangrove.launcher.Distribution;
import org.mangrove.launcher.Stack;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.JsonSchema;

/**
 * A plugin that misbehaves, installed into one tenant of a system that runs: that tenant gets what the contracts of the
 * points say, the others notice nothing, and the operator is told.
 */
@ExtendWith(WholeStack.class)
class MisbehavingPluginIT {

    private static final Learner ANNA = new Learner("anna.huber", "acme-at", "de", "ltr");
    private static final List<Learner> OTHERS = List.of(Learner.LENA, Learner.NOURA, Learner.HARUKA);

    /** For as long as the file is there, a call of the plugin's does not end, whatever it is told. */
    private static final String HELD = "held";

    /** For as long as the file is there, such a call spins; else it lies idle. */
    private static final String SPINNING = "spinning";

    private static final int ROUNDS = 9;
    private static final int REQUESTS_A_ROUND = 60;

    @TempDir
    Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<String> installed = new ArrayList<>();
    private Stack stack;
    private WholeStack.Site site;

    @BeforeEach
    void findStack(Stack running, WholeStack.Site where) {
        stack = running;
        site = where;
    }

    @AfterEach
    void takeThePluginOut() throws IOException {
        Files.deleteIfExists(folder.resolve(HELD));
        Files.deleteIfExists(folder.resolve(SPINNING));
        if (!installed.isEmpty()) {
            configure("");
            installed.forEach(this::remove);
        }
        http.close();
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
            String version, String misdeed, String state, String said) throws Exception {
        install(new BadPlugin(version, misdeed));

        assertRefusedWhereRulesProtectAndLeftOutElsewhere();
        Map<?, ?> use = use(version);
        assertThat(use.get("state")).as("%s", use).isEqualTo(state);
        assertThat((String) use.get("lastFailure")).contains(said);
        assertThat(log())
                .containsPattern("Plugin at-misbehaves.%s, asked as ProcessingPolicy for tenant \\d+, %s"
                        .formatted(version, said));
        long told = timesTold(version);
        assertRefusedWhereRulesProtectAndLeftOutElsewhere();
        assertThat(timesTold(version))
                .as("calls that failed while the breaker is open: one may try again after a while")
                .isLessThanOrEqualTo(told + 1);
        assertOthersAreServed();
    }

    /** Nothing stops it before the heap is full; then it is the call that fails, and the node goes on. */
    @Test
    void a_call_that_hoards_until_the_heap_is_full_takes_nobody_along() throws Exception {
        long node = stack.node().pid();
        install(new BadPlugin(
                "1.0.4", "List<byte[]> all = new ArrayList<>(); while (true) { all.add(new byte[1 << 20]); }"));

        assertRefusedWhereRulesProtectAndLeftOutElsewhere();
        assertThat(log())
                .containsPattern("Plugin at-misbehaves.1.0.4, asked as \\w+ for tenant \\d+, "
                        + "(?:allocated more than its contract allows|threw an exception|took longer)");
        await("both calls end", () -> use("1.0.4").get("stuckThreads").equals(0));
        assertThat(stack.node().isAlive()).isTrue();
        assertThat(stack.node().pid()).isEqualTo(node);
        assertOthersAreServed();
    }

    @Test
    void a_thread_that_is_left_behind_is_told_to_the_operator_who_removes_the_plugin() throws Exception {
        Files.createFile(folder.resolve(HELD));
        install(new BadPlugin("1.0.5", """
                if (BEGUN.compareAndSet(false, true)) {
                    Thread left = new Thread(() -> {
                        while (isThere("%s")) {
                            try { Thread.sleep(20); } catch (InterruptedException unheeded) { }
                        }
                    }, "left behind");
                    left.setDaemon(true);
                    left.start();
                }
                """.formatted(folder.resolve(HELD))));

        try (var anna = new Visitor(site, ANNA.language())) {
            anna.signOn(ANNA.tenant(), ANNA.user(), Learner.PASSWORD);
            assertThat(anna.go(ANNA.at("/my-data")).text()).doesNotContain(words("extension.plugin.cannot-decide-now"));
        }
        assertThat(use("1.0.5").get("state")).isEqualTo("ready");
        assertThat(threadsNamed("\"left behind\"")).isEqualTo(1);
        configure("");
        installed.clear();
        assertThat(remove("1.0.5")).contains("one thread that it started goes on");
        assertThat(log()).contains("at-misbehaves 1.0.5 started 1 threads of its own");
        Files.delete(folder.resolve(HELD));
        await("the thread ends", () -> threadsNamed("\"left behind\"") == 0);
    }

    @Test
    void two_threads_spin_at_most_and_the_other_tenants_are_served_as_when_nothing_spins() throws Exception {
        Files.createFile(folder.resolve(HELD));
        Path spinning = Files.createFile(folder.resolve(SPINNING));
        install(new BadPlugin("1.0.6", """
                long sum = 0;
                while (isThere("%s")) {
                    if (isThere("%s")) {
                        for (int i = 0; i < 5_000_000; i++) { sum += i * sum; }
                    } else {
                        try { Thread.sleep(20); } catch (InterruptedException unheeded) { }
                    }
                }
                """.formatted(folder.resolve(HELD), spinning)));

        assertRefusedWhereRulesProtectAndLeftOutElsewhere();
        Map<?, ?> told = use("1.0.6");
        assertThat(told.get("state")).as("%s", told).isEqualTo("stuck");
        assertThat(told.get("stuckThreads")).isEqualTo(2);
        assertThat(log()).contains("at-misbehaves 1.0.6: a call does not heed its interrupt, 2 of 2 threads are lost");

        List<Long> calm = new ArrayList<>();
        List<Long> noisy = new ArrayList<>();
        try (var load = new PacedLoad(site, OTHERS);
                var anna = new Visitor(site, ANNA.language())) {
            anna.signOn(ANNA.tenant(), ANNA.user(), Learner.PASSWORD);
            Files.delete(spinning);
            load.micros95(2 * REQUESTS_A_ROUND);
            for (int round = 0; round < ROUNDS; round++) {
                calm.add(load.micros95(REQUESTS_A_ROUND));
                Files.createFile(spinning);
                anna.go(ANNA.at("/my-data"));
                noisy.add(load.micros95(REQUESTS_A_ROUND));
                assertThat(threadsNamed("\"plugin at-misbehaves")).isEqualTo(2);
                Files.delete(spinning);
            }
        }
        System.out.printf("p95 of others in µs: calm %s, while two threads spin %s%n", calm, noisy);
        assertThat(middle(noisy))
                .as("p95 of others in µs; calm %s, while two threads spin %s", calm, noisy)
                .isLessThan(2 * middle(calm));
        Files.delete(folder.resolve(HELD));
        await("the threads come back", () -> use("1.0.6").get("stuckThreads").equals(0));
    }

    /** The page of one's data asks rules that protect people; the market's customs are merely nicer. */
    private void assertRefusedWhereRulesProtectAndLeftOutElsewhere() {
        try (var anna = new Visitor(site, ANNA.language())) {
            anna.signOn(ANNA.tenant(), ANNA.user(), Learner.PASSWORD);
            Visitor.Answer data = anna.go(ANNA.at("/my-data"));
            assertThat(data.status()).isEqualTo(200);
            assertThat(data.text()).contains(words("extension.plugin.cannot-decide-now"));
            Visitor.Answer catalogue = anna.go(ANNA.at("/catalogue"));
            assertThat(catalogue.status()).isEqualTo(200);
            assertThat(catalogue.text()).contains("/courses/information-security-essentials\"");
        }
    }

    private void assertOthersAreServed() {
        for (Learner other : OTHERS) {
            try (var visitor = new Visitor(site, other.language())) {
                visitor.signOn(other.tenant(), other.user(), Learner.PASSWORD);
                Visitor.Answer data = visitor.go(other.at("/my-data"));
                assertThat(data.status()).as("%s", other).isEqualTo(200);
                assertThat(data.text()).doesNotContain("at-misbehaves");
            }
        }
    }

    private void install(BadPlugin plugin) throws Exception {
        ask("POST", "/operator/api/plugins", "application/java-archive", plugin.jar(folder));
        installed.add(plugin.version());
        configure("plugins:\n  - id: %s\n    version: %s\n".formatted(BadPlugin.ID, plugin.version()));
        await("the tenant has the plugin", () -> !uses(plugin.version()).isEmpty());
    }

    private String remove(String version) {
        return ask("DELETE", "/operator/api/plugins/%s/%s".formatted(BadPlugin.ID, version), "", new byte[0]);
    }

    /** Applies tenants-config as it is, with more said about Anna's tenant. */
    private void configure(String more) {
        Path config = Distribution.found().tenantsConfig();
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8);
                Stream<Path> files = Files.walk(config)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String name = config.relativize(file).toString().replace('\\', '/');
                zip.putNextEntry(new ZipEntry(name));
                zip.write(Files.readAllBytes(file));
                if (name.equals("acme/acme-at.yaml")) {
                    zip.write(("\n" + more).getBytes(StandardCharsets.UTF_8));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        ask("POST", "/operator/api/tenants/apply", "application/zip", bytes.toByteArray());
        if (more.isEmpty()) {
            await(
                    "nobody has the plugin",
                    () -> installed.stream().allMatch(version -> uses(version).isEmpty()));
        }
    }

    /** What the operator is told of the plugin in Anna's tenant. */
    private Map<?, ?> use(String version) {
        return uses(version).getFirst();
    }

    private List<Map<?, ?>> uses(String version) {
        Object told = new Load(
                        LoadSettings.builder().setSchema(new JsonSchema()).build())
                .loadFromString(ask("GET", "/operator/api/plugins", "", new byte[0]));
        return maps(told)
                .filter(plugin -> BadPlugin.ID.equals(plugin.get("id")) && version.equals(plugin.get("version")))
                .flatMap(plugin -> maps(plugin.get("tenants")))
                .filter(use -> ANNA.tenant().equals(use.get("tenant")))
                .<Map<?, ?>>map(use -> use)
                .toList();
    }

    private static Stream<Map<?, ?>> maps(Object list) {
        return ((List<?>) list).stream().map(element -> (Map<?, ?>) element);
    }

    private String ask(String method, String path, String type, byte[] body) {
        var request = HttpRequest.newBuilder(site.url().resolve(path))
                .header("Authorization", "Bearer " + stack.keycloak().operatorToken())
                .header("Accept", type.isEmpty() && method.equals("GET") ? "application/json" : "text/plain")
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body));
        if (!type.isEmpty()) {
            request.header("Content-Type", type);
        }
        try {
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as("%s %s", path, answer.body()).isBetween(200, 299);
            return answer.body();
        } catch (IOException failed) {
            throw new AssertionError(path, failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    /** How many threads of the node have a name that begins so. */
    private long threadsNamed(String beginning) {
        try {
            Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
            Process dump = new ProcessBuilder(
                            jcmd.toString(), Long.toString(stack.node().pid()), "Thread.print")
                    .redirectErrorStream(true)
                    .start();
            String all = new String(dump.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(dump.waitFor()).as(all).isZero();
            return all.lines().filter(line -> line.startsWith(beginning)).count();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    /** How often the log says that a call of the plugin failed in Anna's tenant. */
    private long timesTold(String version) throws IOException {
        return log().lines()
                .filter(line -> line.contains("Plugin at-misbehaves %s, asked as ProcessingPolicy".formatted(version)))
                .count();
    }

    private String log() throws IOException {
        return Files.readString(stack.node().log());
    }

    /** German words, as a page has them. */
    private static String words(String key) {
        Path file = Distribution.found().project().resolve("i18n/messages/extension/de.properties");
        var all = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            all.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return Objects.requireNonNull(all.getProperty(key), key);
    }

    private static long middle(List<Long> numbers) {
        return numbers.stream().sorted().toList().get(numbers.size() / 2);
    }

    private static void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(deadline);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
    }
}
