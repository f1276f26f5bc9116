package org.mangrove.launcher.newplugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the build made of the plugins is installed, and nothing else that lies about. */
class BuiltPluginsTest {

    @TempDir
    Path folder;

    @Test
    void installs_each_plugins_jar_in_place_of_an_earlier_build() throws IOException {
        Path target = Files.createDirectories(folder.resolve("plugins/ke-safety/target"));
        Path installed = Files.createDirectories(folder.resolve("state"));
        Files.createDirectories(folder.resolve("plugins/not-built"));
        Files.writeString(target.resolve("ke-safety-1.0.0.jar"), "new");
        Files.writeString(target.resolve("other.jar"), "no plugin");
        Files.writeString(installed.resolve("ke-safety-1.0.0.jar"), "old");
        Files.writeString(installed.resolve("fr-safety-1.0.0.jar"), "installed by hand");

        BuiltPlugins.install(folder, installed);

        assertThat(installed.resolve("ke-safety-1.0.0.jar")).hasContent("new");
        assertThat(installed.resolve("fr-safety-1.0.0.jar")).hasContent("installed by hand");
        assertThat(installed.resolve("other.jar")).doesNotExist();
    }
}
