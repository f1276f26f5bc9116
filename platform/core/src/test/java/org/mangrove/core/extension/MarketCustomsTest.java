package org.mangrove.core.extension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mangrove.core.tenancy.SampleTenants.OSAKA;
import static org.mangrove.core.tenancy.SampleTenants.like;
import static org.mangrove.core.tenancy.SampleTenants.plugin;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mangrove.core.localization.Words;
import org.mangrove.core.tenancy.SampleTenants;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.core.tenancy.TenantProfile.PluginChoice;
import org.mangrove.core.tenancy.TenantsInMemory;
import org.mangrove.sdk.custom.Custom;

/** A market's way with dates and names is asked for once, and anew when something has changed. */
class MarketCustomsTest {

    private static final String ASKED = "mangrove.test.asked";

    @TempDir
    Path folder;

    private final TenantsInMemory tenants = new TenantsInMemory();
    private final Plugins plugins = new Plugins();
    private final GatesByHand gates = GatesByHand.open();
    private final MarketCustoms customs = new MarketCustoms();

    @BeforeEach
    void setUp() {
        System.setProperty(ASKED, "0");
        plugins.folders = new PluginFolders(folder.resolve("plugins"), folder.resolve("plugins/.work/1"));
        plugins.tenants = tenants;
        plugins.words = new Words();
        plugins.clock = Clock.systemUTC();
        var extensions = new Extensions();
        extensions.plugins = plugins;
        extensions.tenants = tenants;
        extensions.memories = new PluginMemories();
        extensions.gates = gates;
        customs.gates = gates;
        customs.extensions = extensions;
        customs.plugins = plugins;
        customs.tenants = tenants;
        customs.clock = Clock.systemUTC();
    }

    @AfterEach
    void tearDown() {
        plugins.unloadAll();
        System.clearProperty(ASKED);
    }

    @Test
    void asks_once_and_keeps_the_answer() throws IOException {
        install("1.0.0", "japanese");
        TenantProfile osaka = add(1, "acme-jp", plugin("jp-style", "1.0.0"));

        for (int page = 0; page < 10; page++) {
            assertThat(customs.find(osaka.tenant(), Locale.JAPANESE))
                    .map(Custom::calendar)
                    .contains("japanese");
        }

        assertThat(System.getProperty(ASKED)).isEqualTo("1");
    }

    @Test
    void asks_again_when_the_tenant_takes_another_version() throws IOException {
        install("1.0.0", "japanese");
        install("1.1.0", "buddhist");
        TenantProfile before = add(1, "acme-jp", plugin("jp-style", "1.0.0"));
        assertThat(customs.find(before.tenant(), Locale.JAPANESE))
                .map(Custom::calendar)
                .contains("japanese");

        TenantProfile after = add(1, "acme-jp", plugin("jp-style", "1.1.0"));

        assertThat(customs.find(after.tenant(), Locale.JAPANESE))
                .map(Custom::calendar)
                .contains("buddhist");
    }

    @Test
    void forgets_the_answer_of_a_plugin_that_is_removed() throws IOException {
        install("1.0.0", "japanese");
        TenantProfile osaka = add(1, "acme-jp", plugin("jp-style", "1.0.0"));
        assertThat(customs.find(osaka.tenant(), Locale.JAPANESE)).isPresent();

        plugins.remove(new PluginName("jp-style", "1.0.0"), true);

        assertThat(customs.find(osaka.tenant(), Locale.JAPANESE)).isEmpty();
    }

    @Test
    void says_nothing_for_a_tenant_without_plugins() throws IOException {
        install("1.0.0", "japanese");

        assertThat(customs.find(add(2, "borealis-jp").tenant(), Locale.JAPANESE))
                .isEmpty();
    }

    private void install(String version, String calendar) throws IOException {
        Path jar = PluginJars.plugin("jp-style", version)
                .extension("""
                        package org.mangrove.test.plugin;
                        import java.time.DayOfWeek;
                        import java.util.*;
                        import org.mangrove.sdk.*;
                        import org.mangrove.sdk.custom.*;
                        public class Style implements MarketCustom {
                            public Optional<Custom> custom(Market market, Locale language) {
                                System.setProperty("%1$s", "" + (Integer.getInteger("%1$s") + 1));
                                var names = new NameCustom(NameCustom.Order.FAMILY_FIRST, " ", "{name}", "{name}", "{name}");
                                return Optional.of(new Custom(
                                        "%2$s", Custom.GregorianYear.BESIDE, DayOfWeek.SUNDAY, names));
                            }
                        }
                        """.formatted(ASKED, calendar), "Style")
                .write(folder);
        plugins.install(new ByteArrayInputStream(Files.readAllBytes(jar)));
    }

    private TenantProfile add(int number, String slug, PluginChoice... plugins) {
        return tenants.add(SampleTenants.of(like(OSAKA, number, slug), plugins));
    }
}
