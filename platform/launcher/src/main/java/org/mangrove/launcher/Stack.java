package org.mangrove.launcher;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mangrove.launcher.newplugin.BuiltPlugins;

/**
 * The database, Keycloak and one node with every role, or several nodes that share the roles, on one state folder.
 *
 * <p>Either all parts run or none: a start that fails stops what it had started. {@link #close()} stops them in the
 * opposite order. One stack at a time has a state folder.
 */
public final class Stack implements AutoCloseable {

    private final StateFolder state;
    private final Ports ports;
    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private final Database database;
    private final Keycloak keycloak;
    private final List<Node> nodes = new ArrayList<>();

    private Stack(Builder wanted) {
        this.state = StateFolder.at(wanted.state);
        this.ports = wanted.ports;
        var watch = new StartWatch();
        try {
            started.push(StateLock.on(state));
            Watchdog watchdog = prepare(wanted);
            started.push(watchdog);
            var secrets = new Secrets(state.secrets());
            List<String> cells = wanted.cells.isEmpty() ? Cells.readFrom(wanted.tenantsConfig()) : wanted.cells;
            List<NodePlan> plans = wanted.nodes.isEmpty() ? List.of(NodePlan.all(cells)) : wanted.nodes;
            NodePlan.mustServe(plans, cells);
            mustBeOf(plans);
            var aside = new Aside();
            started.push(aside);
            Future<Path> keycloakHome = aside.begin(() -> KeycloakHome.built(
                    wanted.distribution, wanted.mysqlHome.isPresent() ? "mysql" : "mariadb", wanted.progress));
            DatabaseServer program = DatabaseServer.of(wanted.mysqlHome, wanted.distribution, wanted.progress);
            this.database = Database.start(state, ports, cells, wanted.progress, program, secrets);
            started.push(database);
            watch.over(database.process());
            Aside.join(keycloakHome);
            this.keycloak = Keycloak.start(state, ports, database, wanted.progress, wanted.distribution, secrets);
            started.push(keycloak);
            watch.over(keycloak.process());
            for (NodePlan plan : plans) {
                Path plugins = Files.createDirectories(state.plugins(plan));
                BuiltPlugins.install(wanted.distribution.project(), plugins);
                Node node = Node.start(
                        plan,
                        state,
                        wanted.distribution,
                        ports.node(nodes.size()),
                        wanted.war(),
                        PreBoot.of(database, plan.schemas()),
                        new NodeSettings(state, ports, plans, wanted.feedThrough, secrets)
                                .of(
                                        plan,
                                        NodeProperties.of(
                                                        state,
                                                        ports,
                                                        cells,
                                                        wanted.tenantsConfig(),
                                                        keycloak.provisioner())
                                                .with("mangrove.dialect", database.dialect()))
                                .with(wanted.properties),
                        wanted.progress);
                nodes.add(node);
                started.push(node);
                watch.over(node.process());
            }
            watch.end();
        } catch (RuntimeException | IOException failed) {
            close();
            throw watch.findFallen()
                    .map(Trouble::new)
                    .map(RuntimeException.class::cast)
                    .orElseGet(() ->
                            failed instanceof RuntimeException known ? known : Disk.asTrouble("starting", failed));
        }
    }

    /** A stack whose data are, or will be, in this folder. */
    public static Builder at(Path state) {
        return new Builder(state);
    }

    /** What may be chosen about a stack. */
    public static final class Builder {

        private final Path state;
        private final Distribution distribution = Distribution.found();
        private Ports ports = Ports.from(8080);
        private List<String> cells = List.of();
        private List<NodePlan> nodes = List.of();
        private Optional<URI> feedThrough = Optional.empty();
        private Optional<Path> mysqlHome = DatabaseServer.mysqlHome();
        private boolean fresh;
        private Progress progress = Progress.silent();
        private @Nullable Path tenantsConfig;
        private @Nullable Path war;
        private final Map<String, String> properties = new TreeMap<>();

        private Builder(Path state) {
            this.state = state;
        }

        public Builder ports(Ports chosen) {
            this.ports = chosen;
            return this;
        }

        /** These cells instead of those that the configuration lists. */
        public Builder cells(List<String> chosen) {
            this.cells = List.copyOf(chosen);
            return this;
        }

        /** Several nodes that share the roles, the core's first, instead of one that has all. */
        public Builder nodes(List<NodePlan> chosen) {
            this.nodes = List.copyOf(chosen);
            return this;
        }

        /** Where cells on nodes of their own ask for the feed, if not at the core itself: for tests of what lies between. */
        public Builder feedThrough(URI address) {
            this.feedThrough = Optional.of(address);
            return this;
        }

        public Builder tenantsConfig(Path folder) {
            this.tenantsConfig = folder;
            return this;
        }

        /** Another server than the one that the build made. */
        public Builder war(Path file) {
            this.war = file;
            return this;
        }

        /** Tells the node one thing more than it is told anyway. */
        public Builder property(String name, String value) {
            this.properties.put(name, value);
            return this;
        }

        /** The folder of an unpacked MySQL, 8.4 or later, that is used in place of our MariaDB. */
        public Builder mysqlHome(Path folder) {
            this.mysqlHome = Optional.of(folder);
            return this;
        }

        /** Removes the data that the state has from earlier. */
        public Builder fresh() {
            this.fresh = true;
            return this;
        }

        public Builder progress(Progress chosen) {
            this.progress = chosen;
            return this;
        }

        /** @throws Trouble if it cannot start; then nothing runs */
        public Stack start() {
            return new Stack(this);
        }

        private Path tenantsConfig() {
            return tenantsConfig == null ? distribution.tenantsConfig() : tenantsConfig;
        }

        private Path war() {
            return war == null ? distribution.war() : war;
        }
    }

    /** Writes everything that this stack must not lose into a file, while it runs. */
    public void backUpTo(Path file, Progress progress) {
        BackupCommand.write(state, Distribution.found(), ports.database(), file, progress);
    }

    /** Fills an empty state with a backup; a stack can be started on it then. */
    public static void restore(Path emptyState, Path backup, Progress progress) {
        BackupCommand.restore(StateFolder.at(emptyState), Distribution.found(), backup, progress);
    }

    public StateFolder state() {
        return state;
    }

    public Ports ports() {
        return ports;
    }

    public Database database() {
        return database;
    }

    public Keycloak keycloak() {
        return keycloak;
    }

    /** The first node: the only one, or that of the core. */
    public Node node() {
        return nodes.getFirst();
    }

    public List<Node> nodes() {
        return List.copyOf(nodes);
    }

    /** The node that serves a cell. */
    public Node nodeOf(String cell) {
        return nodes.stream()
                .filter(node -> node.plan().cells().contains(cell))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No node serves cell " + cell));
    }

    /** Calls {@code listener} with a sentence if a part ends without having been asked to. */
    public void ifAPartEndsByItself(Consumer<String> listener) {
        var children = new ArrayList<>(List.of(database.process(), keycloak.process()));
        nodes.forEach(node -> children.add(node.process()));
        for (Child child : children) {
            child.ifItEndsByItself(gone -> listener.accept(gone.lastWords()));
        }
    }

    @Override
    public void close() {
        // A start that was interrupted must be able to stop in order, too.
        boolean interrupted = Thread.interrupted();
        while (!started.isEmpty()) {
            try {
                started.pop().close();
            } catch (Exception failed) {
                System.getLogger(Stack.class.getName())
                        .log(System.Logger.Level.WARNING, "A part did not stop well", failed);
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private Watchdog prepare(Builder wanted) throws IOException {
        List<String> leftOver = ProcessRecord.stopLeftOvers(state.processes());
        if (!leftOver.isEmpty()) {
            wanted.progress.step("Stopped what an earlier run left behind: " + String.join(", ", leftOver), () -> {});
        }
        if (wanted.fresh) {
            wanted.progress.step("Removing the data of earlier runs", state::removeData);
        }
        Disk.mustHave(200, state.path());
        ports.mustBeFree();
        return Watchdog.over(state.processes());
    }

    /** Blobs lie where the node that wrote them had its place: a state goes on with the nodes that it was begun with. */
    private void mustBeOf(List<NodePlan> plans) throws IOException {
        String told = NodePlan.told(plans);
        if (Files.exists(state.nodes())) {
            String before = Files.readString(state.nodes()).strip();
            if (!before.equals(told)) {
                throw new Trouble(
                        "The data in %s were begun with the nodes %s, not %s: start with the same --nodes, with --fresh, or with another --state."
                                .formatted(state.path(), before, told));
            }
        } else if (!told.equals("all")) {
            boolean hasData = Files.isDirectory(
                    state.path().resolve(NodePlan.all(List.of()).name()));
            if (hasData) {
                throw new Trouble(
                        "The data in %s were begun with one node for everything: start without --nodes, with --fresh, or with another --state."
                                .formatted(state.path()));
            }
            Files.writeString(state.nodes(), told);
        }
    }
}
