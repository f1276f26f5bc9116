package org.mangrove.core.extension;

import static org.mangrove.core.tenancy.SampleTenants.BERLIN;
import static org.mangrove.core.tenancy.SampleTenants.RIYADH;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.mangrove.core.localization.Words;
import org.mangrove.core.tenancy.SampleTenants;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.core.tenancy.TenantsInMemory;
import org.mangrove.sdk.Market;
import org.mangrove.sdk.Message;
import org.mangrove.sdk.PluginMemory;
import org.mangrove.sdk.PluginSettings;
import org.mangrove.sdk.Verdict;
import org.mangrove.sdk.processing.LegalBasis;
import org.mangrove.sdk.processing.ProcessingPolicy;
import org.mangrove.sdk.processing.ProcessingRequest;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Asking a plugin through the one door, with its thread, its budget and its breaker, and asking a policy of our own. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Benchmark)
public class ExtensionsBenchmark {

    private static final String PLUGIN = "sa-pdpl-consent";
    private static final String VERSION = "1.0.0";
    private static final ProcessingRequest REQUEST = new ProcessingRequest(
            "learning-analytics",
            LegalBasis.CONSENT,
            Optional.empty(),
            Optional.empty(),
            Instant.parse("2026-11-22T00:00:00Z"));

    private final Extensions extensions = new Extensions();
    private final Plugins plugins = new Plugins();
    private final TenantProfile riyadh = SampleTenants.of(RIYADH, SampleTenants.plugin(PLUGIN, VERSION));
    private final TenantProfile berlin = SampleTenants.of(BERLIN);
    private final ProcessingPolicy own = (market, request) -> Verdict.allowed();

    @Setup
    public void install() throws IOException {
        Path folder = Files.createTempDirectory("mangrove-bench");
        plugins.folders = new PluginFolders(folder.resolve("plugins"), folder.resolve("plugins/.work"));
        plugins.tenants = TenantsInMemory.of(riyadh);
        plugins.words = new Words();
        plugins.clock = Clock.systemUTC();
        extensions.plugins = plugins;
        extensions.tenants = plugins.tenants;
        extensions.memories = new PluginMemories();
        extensions.gates = new PluginGates() {
            @Override
            public Optional<Message> objectionTo(TenantProfile tenant, String plugin) {
                return Optional.empty();
            }
        };
        Path jar = Path.of(
                System.getProperty("mangrove.project", "."),
                "plugins/%s/target/%s-%s.jar".formatted(PLUGIN, PLUGIN, VERSION));
        try (InputStream in = Files.newInputStream(jar)) {
            plugins.install(in);
        } catch (IOException missing) {
            throw new UncheckedIOException("Build the plugins first: ./mangrove bench parts does", missing);
        }
    }

    @TearDown
    public void unload() {
        plugins.unloadAll();
    }

    @Benchmark
    public List<Verdict> a_plugin_is_asked() {
        return extensions.ask(riyadh, ProcessingPolicy.class, (policy, market) -> policy.judge(market, REQUEST));
    }

    @Benchmark
    public List<Verdict> a_tenant_without_plugins() {
        return extensions.ask(berlin, ProcessingPolicy.class, (policy, market) -> policy.judge(market, REQUEST));
    }

    @Benchmark
    public Verdict baseline_a_call() {
        return own.judge(MARKET, REQUEST);
    }

    private static final Market MARKET = new Market(RIYADH, PluginSettings.of(Map.of()), PluginMemory.notGranted());
}
