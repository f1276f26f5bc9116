package org.mangrove.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mangrove.launcher.newplugin.BuiltPlugins;

/**
 * The database, Keycloak and one node with every role, on one state folder.
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
    private final Node node;

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
            var aside = new Aside();
            started.push(aside);
            Future<Path> keycloakHome = aside.begin(() -> KeycloakHome.built(wanted.distribution, wanted.progress));
            this.database = Database.start(state, ports, cells, wanted.progress, wanted.distribution, secrets);
            started.push(database);
            watch.over(database.process());
            Aside.join(keycloakHome);
            this.keycloak = Keycloak.start(state, ports, database, wanted.progress, wanted.distribution, secrets);
            started.push(keycloak);
            watch.over(keycloak.process());
            BuiltPlugins.install(wanted.distribution.project(), state.plugins());
            this.node = Node.start(
                    state,
                    wanted.distribution,
                    ports,
                    wanted.war(),
                    PreBoot.of(database),
                    NodeProperties.of(state, ports, cells, wanted.tenantsConfig(), keycloak.provisioner())
                            .with("mangrove.client-secret-key", secrets.of("client-secret-key"))
                            .with(wanted.properties),
                    wanted.progress);
            started.push(node);
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

    public Node node() {
        return node;
    }

    /** Calls {@code listener} with a sentence if a part ends without having been asked to. */
    public void ifAPartEndsByItself(Consumer<String> listener) {
        for (Child child : List.of(database.process(), keycloak.process(), node.process())) {
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
}
