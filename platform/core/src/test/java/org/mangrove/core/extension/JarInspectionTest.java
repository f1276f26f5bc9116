package org.mangrove.core.extension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mangrove.core.localization.Words;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.tenancy.TenantsInMemory;
import org.mangrove.i18n.Bundles;

/** A jar that is no sound plugin is refused before any of it runs, with a sentence that says what to mend. */
class JarInspectionTest {

    private static final String ALLOW = "return Verdict.allowed();";

    @TempDir
    Path folder;

    @Test
    void tells_what_a_sound_plugin_is() {
        Path jar = sound().manifest("Plugin-Description", "For tests")
                .file("messages/en.properties", "a-one.hello = Hello")
                .write(folder);

        JarInspection inspection = JarInspection.of(jar);

        assertThat(inspection.description().name()).isEqualTo(new PluginName("a-one", "1.0.0"));
        assertThat(inspection.description().points()).containsExactly("ProcessingPolicy");
        assertThat(inspection.description().digest()).hasSize(64);
        assertThat(inspection.messages().texts().get(Locale.ENGLISH)).containsEntry("a-one.hello", "Hello");
    }

    static Stream<Arguments> unsound() {
        String hostile = "return Verdict.refused(Message.of(%s));";
        return Stream.of(
                Arguments.of("other-sdk", sound().manifest("Plugin-Requires", ">=2.0.0 & <3.0.0")),
                Arguments.of("wrong-requires", sound().manifest("Plugin-Requires", "whatever you have")),
                Arguments.of("manifest-entry-missing", sound().withoutManifest("Plugin-Requires")),
                Arguments.of("manifest-entry-missing", sound().withoutManifest("Plugin-Version")),
                Arguments.of("manifest-entry-forbidden", sound().manifest("Plugin-Class", "evil.Start")),
                Arguments.of("wrong-id", sound().manifest("Plugin-Id", "../../etc")),
                Arguments.of("wrong-id", sound().manifest("Plugin-Id", "Nameless")),
                Arguments.of("wrong-version", sound().manifest("Plugin-Version", "1.0")),
                Arguments.of("no-extensions", sound().hidden()),
                Arguments.of(
                        "unusable-extension", sound().hidden().file("META-INF/extensions.idx", "org.example.Missing")),
                Arguments.of(
                        "no-point",
                        PluginJars.plugin("a-one", "1.0.0")
                                .extension("package org.mangrove.test.plugin; public class Idle {}", "Idle")),
                Arguments.of(
                        "unseen-class",
                        PluginJars.policy(
                                "a-one",
                                "1.0.0",
                                hostile.formatted("org.mangrove.core.extension.Extensions.class.getName()"))),
                Arguments.of("unsafe-path", sound().file("../outside.txt", "gotcha")),
                Arguments.of("unsafe-path", sound().file("/etc/absolute.txt", "gotcha")),
                Arguments.of("unsafe-path", sound().file("a\\..\\b.txt", "gotcha")),
                Arguments.of("not-its-package", sound().file("org/mangrove/core/Spy.class", "not a class")),
                Arguments.of("not-its-package", sound().file("java/lang/String.class", "not a class")),
                Arguments.of("broken-class", sound().file("org/example/Broken.class", "this is no class file")),
                Arguments.of("foreign-key", sound().file("messages/en.properties", "learning.title = Mine now")),
                Arguments.of("no-english", sound().file("messages/de.properties", "a-one.hello = Hallo")));
    }

    @ParameterizedTest
    @MethodSource("unsound")
    void refuses_a_jar_that_is_not_sound(String reason, PluginJars jar) {
        assertThatExceptionOfType(Refusal.Invalid.class)
                .isThrownBy(() -> JarInspection.of(jar.write(folder)))
                .satisfies(refusal -> {
                    assertThat(refusal.reason().key()).isEqualTo("extension.jar." + reason);
                    assertThat(Bundles.ofPlatform().texts().values())
                            .allSatisfy(words -> assertThat(words)
                                    .containsKey(refusal.reason().key()));
                });
    }

    @Test
    void refuses_what_is_no_jar_at_all() throws IOException {
        Path file = Files.writeString(folder.resolve("a.jar"), "no jar");

        assertThatExceptionOfType(Refusal.Invalid.class).isThrownBy(() -> JarInspection.of(file));
    }

    @Test
    void runs_nothing_of_what_it_inspects() {
        String flag = "mangrove.test.ran";
        Path jar = PluginJars.plugin("a-one", "1.0.0")
                .extension("""
                        package org.mangrove.test.plugin;
                        import org.mangrove.sdk.*;
                        import org.mangrove.sdk.processing.*;
                        public class Policy implements ProcessingPolicy {
                            static { System.setProperty("%s", "true"); }
                            public Verdict judge(Market market, ProcessingRequest request) { return Verdict.allowed(); }
                        }
                        """.formatted(flag), "Policy")
                .write(folder);

        JarInspection.of(jar);

        assertThat(System.getProperty(flag)).isNull();
    }

    @Test
    void installs_the_same_jar_again_and_refuses_another_under_the_same_version() throws IOException {
        var plugins = new Plugins();
        plugins.folders = new PluginFolders(folder.resolve("plugins"), folder.resolve("plugins/.work/1"));
        plugins.tenants = new TenantsInMemory();
        plugins.words = new Words();
        plugins.clock = Clock.systemUTC();
        byte[] first = Files.readAllBytes(sound().write(folder));
        byte[] other = Files.readAllBytes(sound().file("more.txt", "more").write(folder));

        PluginDescription installed = plugins.install(new ByteArrayInputStream(first));

        assertThat(plugins.install(new ByteArrayInputStream(first))).isEqualTo(installed);
        assertThatExceptionOfType(Refusal.Conflict.class)
                .isThrownBy(() -> plugins.install(new ByteArrayInputStream(other)));
        assertThat(plugins.installed()).containsExactly(installed);
        assertThat(folder.resolve("plugins/.work/1")).isEmptyDirectory();
    }

    private static PluginJars sound() {
        return PluginJars.policy("a-one", "1.0.0", ALLOW);
    }
}
