package org.mangrove.launcher;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One Payara Micro process that serves Mangrove, with its pools and properties. */
public final class Node implements AutoCloseable {

    private static final Duration READY_WITHIN = Duration.ofSeconds(180);
    private static final Duration STOPPED_WITHIN = Duration.ofSeconds(60);

    /** How often it is started if it asks for it. */
    private static final int STARTS = 3;

    private final NodePlan plan;
    private final StateFolder state;
    private final Path home;
    private final int port;
    private final Path war;
    private volatile Optional<String> heap = Optional.empty();
    private volatile Child server;

    private Node(NodePlan plan, StateFolder state, Path home, int port, Path war) throws IOException {
        this.plan = plan;
        this.state = state;
        this.home = home;
        this.port = port;
        this.war = war;
        this.server = launch();
    }

    /** Starts it and returns when it is ready. */
    static Node start(
            NodePlan plan,
            StateFolder state,
            Distribution distribution,
            int port,
            Path war,
            PreBoot preBoot,
            NodeProperties properties,
            Progress progress) {
        if (!Files.isRegularFile(war)) {
            throw new Trouble("There is no server to start at %s: ./mangrove run --build makes it.".formatted(war));
        }
        Path home = NodeHome.laidOut(distribution, progress);
        return progress.step(told(plan) + " on http://localhost:" + port, () -> {
            Path folder = state.node(plan);
            Files.createDirectories(folder);
            preBoot.writeTo(preBootFile(folder));
            properties.writeTo(propertiesFile(folder));
            Ports.mustBeFree(port, "the pages");
            var node = new Node(plan, state, home, port, war);
            try {
                node.awaitReady();
            } catch (RuntimeException failed) {
                node.kill();
                throw failed;
            }
            return node;
        });
    }

    /** Where its pages are, by a name that resolves everywhere. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** What it serves. */
    public NodePlan plan() {
        return plan;
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
        relaunch();
        awaitReady();
    }

    /**
     * The same with another heap from now on.
     *
     * @param size as the virtual machine says it: {@code 512m}
     */
    public void restartWithin(String size) {
        heap = Optional.of(size);
        restart();
    }

    Child process() {
        return server;
    }

    @Override
    public void close() {
        server.stop(STOPPED_WITHIN);
    }

    private void awaitReady() {
        int left = STARTS;
        while (left-- > 0) {
            try {
                Health.await(
                        server,
                        url().resolve("/health/ready"),
                        READY_WITHIN,
                        "Payara Micro URLs:",
                        "Exception while loading the app : ");
                return;
            } catch (Trouble trouble) {
                if (left == 0 || !server.isToStartAnew()) {
                    throw trouble;
                }
                relaunch();
            }
        }
    }

    private void relaunch() {
        try {
            server = launch();
        } catch (IOException failed) {
            throw Disk.asTrouble("starting the server again", failed);
        }
    }

    private Child launch() throws IOException {
        Path launcher = NodeHome.copiedTo(folder().resolve("root"), home);
        var arguments = List.of(
                "--nohazelcast",
                "--nocluster",
                "--disablephonehome",
                "--port",
                Integer.toString(port),
                "--prebootcommandfile",
                preBootFile(folder()).toString(),
                "--systemproperties",
                propertiesFile(folder()).toString(),
                "--deploy",
                war.toString());
        var options = new ArrayList<>(JVM_OPTIONS);
        heap.ifPresent(size -> options.addAll(List.of("-Xms" + size, "-Xmx" + size)));
        return Child.start(plan.name(), state, NodeHome.command(options, launcher, arguments), Map.of(), folder());
    }

    private Path folder() {
        return state.node(plan);
    }

    private static String told(NodePlan plan) {
        return switch (plan.role()) {
            case ALL -> "Server";
            case CORE -> "Server of the core";
            case CELL -> "Server of " + String.join(", ", plan.cells());
        };
    }

    /**
     * The serial collector needs the least memory and processor time on two cores. It stops the node for some 4 ms each time
     * that the young part of the heap is full: with a third of the heap for it, that was in the way of one question in a hundred.
     *
     * <p>A thread of the least priority gets the processor when nobody else wants it, so that a plugin's call that cannot be
     * ended takes from nobody; all other threads are equal, as they are where Java is not asked for priorities.
     *
     * <p>A full heap does not end the node: what fills it is a plugin's call, as a rule, and it is the one that fails.
     */
    private static final List<String> JVM_OPTIONS = List.of(
            "-XX:ThreadPriorityPolicy=1",
            "-XX:JavaPriority1_To_OSPriority=19",
            "-XX:JavaPriority2_To_OSPriority=0",
            "-XX:JavaPriority3_To_OSPriority=0",
            "-XX:JavaPriority4_To_OSPriority=0",
            "-XX:JavaPriority5_To_OSPriority=0",
            "-XX:JavaPriority6_To_OSPriority=0",
            "-XX:JavaPriority7_To_OSPriority=0",
            "-XX:JavaPriority8_To_OSPriority=0",
            "-XX:JavaPriority9_To_OSPriority=0",
            "-XX:JavaPriority10_To_OSPriority=0",
            "-XX:+UseSerialGC",
            "-Xms640m",
            "-Xmx1g",
            "-XX:NewRatio=1",
            "-XX:+UseCompactObjectHeaders",
            "-Dfile.encoding=UTF-8",
            "-Duser.timezone=UTC",
            "--sun-misc-unsafe-memory-access=allow",
            "--enable-native-access=ALL-UNNAMED");

    /** What the virtual machine of a node is told, for those who start one themselves. */
    public static List<String> jvmOptions() {
        return JVM_OPTIONS;
    }

    private static Path preBootFile(Path folder) {
        return folder.resolve("pre-boot.asadmin");
    }

    private static Path propertiesFile(Path folder) {
        return folder.resolve("node.properties");
    }
}
