package org.mangrove.launcher;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One Payara Micro process that serves Mangrove, with its pools and properties. */
public final class Node implements AutoCloseable {

    private static final Duration READY_WITHIN = Duration.ofSeconds(180);
    private static final Duration STOPPED_WITHIN = Duration.ofSeconds(30);
    private static final String NAME = "node";

    private final StateFolder state;
    private final Distribution distribution;
    private final Ports ports;
    private final Path war;
    private Child server;

    private Node(StateFolder state, Distribution distribution, Ports ports, Path war) throws IOException {
        this.state = state;
        this.distribution = distribution;
        this.ports = ports;
        this.war = war;
        this.server = launch();
    }

    /** Starts it on {@link Ports#pages()} and returns when it is ready. */
    static Node start(
            StateFolder state,
            Distribution distribution,
            Ports ports,
            Path war,
            PreBoot preBoot,
            NodeProperties properties,
            Progress progress) {
        if (!Files.isRegularFile(war)) {
            throw new Trouble("There is no server to start at %s: run ./mangrove run --build.".formatted(war));
        }
        return progress.step("Server on http://localhost:" + ports.pages(), () -> {
            Files.createDirectories(state.node());
            preBoot.writeTo(preBootFile(state));
            properties.writeTo(propertiesFile(state));
            Ports.mustBeFree(ports.pages(), "the pages");
            var node = new Node(state, distribution, ports, war);
            try {
                node.awaitReady();
            } catch (RuntimeException failed) {
                node.close();
                throw failed;
            }
            return node;
        });
    }

    /** Where its pages are, by a name that resolves everywhere. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + ports.pages());
    }

    public long pid() {
        return server.pid();
    }

    public boolean isAlive() {
        return server.isAlive();
    }

    public Path log() {
        return server.log();
    }

    /** Ends it as a power cut would. */
    public void kill() {
        server.kill();
    }

    /** Starts it again on the same data and returns when it is ready. */
    public void restart() {
        server.stop(STOPPED_WITHIN);
        try {
            server = launch();
        } catch (IOException failed) {
            throw Disk.asTrouble("starting the server again", failed);
        }
        awaitReady();
    }

    Child process() {
        return server;
    }

    @Override
    public void close() {
        server.stop(STOPPED_WITHIN);
    }

    private void awaitReady() {
        Health.await(server, url().resolve("/health/ready"), READY_WITHIN);
    }

    private Child launch() throws IOException {
        Path root = state.node().resolve("root");
        Trees.remove(root);
        var command = new ArrayList<String>();
        command.add(Jdk.java());
        command.addAll(JVM_OPTIONS);
        command.addAll(List.of(
                "-jar",
                distribution.payara().toString(),
                "--nohazelcast",
                "--nocluster",
                "--disablephonehome",
                "--rootdir",
                root.toString(),
                "--port",
                Integer.toString(ports.pages()),
                "--prebootcommandfile",
                preBootFile(state).toString(),
                "--systemproperties",
                propertiesFile(state).toString(),
                "--addlibs",
                distribution.driver().toString(),
                "--deploy",
                war.toString()));
        return Child.start(NAME, state, command, Map.of(), state.node());
    }

    /** The serial collector needs the least memory and processor time on two cores. */
    private static final List<String> JVM_OPTIONS = List.of(
            "-XX:+UseSerialGC",
            "-Xms128m",
            "-Xmx1g",
            "-XX:+UseCompactObjectHeaders",
            "-XX:+ExitOnOutOfMemoryError",
            "-Dfile.encoding=UTF-8",
            "-Duser.timezone=UTC",
            "--sun-misc-unsafe-memory-access=allow",
            "--enable-native-access=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.net=ALL-UNNAMED",
            "--add-opens=java.base/java.io=ALL-UNNAMED",
            "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
            "--add-opens=java.base/sun.net.www.protocol.jrt=ALL-UNNAMED",
            "--add-opens=java.base/jdk.internal.loader=ALL-UNNAMED",
            "--add-exports=java.base/jdk.internal.ref=ALL-UNNAMED",
            "--add-opens=java.management/sun.management=ALL-UNNAMED",
            "--add-opens=java.naming/javax.naming.spi=ALL-UNNAMED",
            "--add-opens=java.logging/java.util.logging=ALL-UNNAMED",
            "--add-opens=java.rmi/sun.rmi.transport=ALL-UNNAMED");

    private static Path preBootFile(StateFolder state) {
        return state.node().resolve("pre-boot.asadmin");
    }

    private static Path propertiesFile(StateFolder state) {
        return state.node().resolve("node.properties");
    }
}
