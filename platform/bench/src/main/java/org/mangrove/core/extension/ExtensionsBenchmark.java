package org.mangrove.core.extension;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.mangrove.core.localization.Words;
import org.mangrove.core.tenancy.Enterprise;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.core.tenancy.TenantProfile.PluginChoice;
import org.mangrove.core.tenancy.Tenants;
import org.mangrove.sdk.Market;
import org.mangrove.sdk.PluginMemory;
import org.mangrove.sdk.PluginSettings;
import org.mangrove.sdk.Tenant;
import org.mangrove.sdk.TenantId;
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
    private final TenantProfile riyadh = tenant(List.of(new PluginChoice(PLUGIN, VERSION, List.of(), Map.of())));
    private final TenantProfile berlin = tenant(List.of());
    private final ProcessingPolicy own = (market, request) -> Verdict.allowed();

    @Setup
    public void install() throws IOException {
        Path folder = Files.createTempDirectory("mangrove-bench");
        plugins.folders = new PluginFolders(folder.resolve("plugins"), folder.resolve("plugins/.work"));
        plugins.tenants = new OneTenant(riyadh);
        plugins.words = new Words();
        plugins.clock = Clock.systemUTC();
        extensions.plugins = plugins;
        extensions.tenants = plugins.tenants;
        extensions.memories = new PluginMemories();
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

    private static final Market MARKET =
            new Market(tenant(List.of()).tenant(), PluginSettings.of(Map.of()), PluginMemory.notGranted());

    private static TenantProfile tenant(List<PluginChoice> choices) {
        var tenant = new Tenant(
                new TenantId(1),
                "acme-sa",
                "sa",
                List.of(Locale.of("ar"), Locale.ENGLISH),
                ZoneId.of("Asia/Riyadh"),
                "gregorian",
                "arab",
                DayOfWeek.SUNDAY,
                Set.of(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY),
                List.of("SA"));
        return new TenantProfile(
                tenant,
                new EnterpriseId(1),
                "sa",
                Optional.empty(),
                Map.of(Locale.ENGLISH, "Riyadh"),
                new TenantProfile.Identity("acme-sa", "acme-sa", "mangrove-acme-sa", Optional.empty()),
                new TenantProfile.Theme("#123456", Optional.empty()),
                List.of(),
                List.of(),
                choices,
                Map.of());
    }

    private record OneTenant(TenantProfile tenant) implements Tenants {

        @Override
        public Optional<TenantProfile> find(TenantId id) {
            return Optional.of(tenant);
        }

        @Override
        public Optional<TenantProfile> findBySlug(String slug) {
            return Optional.of(tenant);
        }

        @Override
        public List<TenantProfile> all() {
            return List.of(tenant);
        }

        @Override
        public Optional<Enterprise> findEnterprise(EnterpriseId enterprise) {
            return Optional.empty();
        }

        @Override
        public Optional<Enterprise> findEnterpriseBySlug(String slug) {
            return Optional.empty();
        }

        @Override
        public List<Enterprise> allEnterprises() {
            return List.of();
        }
    }
}
