package org.mangrove.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import org.mangrove.launcher.Database;
import org.mangrove.launcher.Distribution;
import org.mangrove.launcher.Login;
import org.mangrove.launcher.Node;
import org.mangrove.launcher.NodeProperties;
import org.mangrove.launcher.Ports;
import org.mangrove.launcher.PreBoot;
import org.mangrove.launcher.Progress;
import org.mangrove.launcher.StateFolder;
import org.mangrove.redefinition.Redefinition;

/** Starts the database before the first test of a run in the container, and says where it is to those who start the container. */
public final class DatabaseOfTheTests implements LauncherSessionListener {

    static final List<String> CELLS = List.of("eu", "sa", "jp");

    private static @Nullable Database database;

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (database == null && System.getProperty("mangrove.test.in-container") != null) {
            start();
        }
    }

    /** Once for the whole process: looking for tests and running them are two sessions. */
    private static void start() {
        var folder = emptyFolder();
        var state = StateFolder.at(folder);
        var ports = Ports.free();
        var started = Database.start(state, ports, CELLS, Progress.silent());
        Runtime.getRuntime().addShutdownHook(new Thread(started::close, "mangrove-database-stop"));
        database = started;
        var preBoot = PreBoot.of(started).writeTo(folder.resolve("pre-boot.asadmin"));
        var properties = NodeProperties.of(state, ports, CELLS, folder, new Login("nobody", "nothing"))
                .with("mangrove.client-secret-key", "for-the-tests-in-the-container")
                .with("mangrove.dialect", started.dialect())
                .with("mangrove.missing-words", "refuse")
                .with("mangrove.events.patience-seconds", "3")
                .with("mangrove.audit.every-days", "0")
                .with("mangrove.long", System.getProperty("mangrove.long", "false"))
                .writeTo(folder.resolve("node.properties"));
        var distribution = Distribution.found();
        System.setProperty("mangrove.test.micro", distribution.payara().toString());
        System.setProperty(
                "mangrove.test.jvm",
                String.join(" ", Node.jvmOptions()) + " -javaagent:"
                        + Redefinition.writeTo(folder.resolve("agent.jar")));
        System.setProperty(
                "mangrove.test.options",
                "--nohazelcast --disablephonehome --rootdir %s --prebootcommandfile %s --systemproperties %s --addlibs %s"
                        .formatted(folder.resolve("root"), preBoot, properties, distribution.driver()));
    }

    /** What a run that was killed has left half done must not be met by the next. */
    private static Path emptyFolder() {
        try {
            return Files.createTempDirectory(Path.of("target").toAbsolutePath(), "in-container");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
