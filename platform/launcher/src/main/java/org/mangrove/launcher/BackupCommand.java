package org.mangrove.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code ./mangrove backup FILE} and {@code ./mangrove restore FILE}: a state into a file, while it runs or not, and back. */
final class BackupCommand {

    private BackupCommand() {}

    static int backup(List<String> words, PrintStream out) {
        var arguments = Arguments.of(words, Set.of("--state"), Set.of());
        Path file = file(arguments, "./mangrove backup FILE [--state DIR]");
        Distribution distribution = Distribution.found();
        Path folder = RunningStack.stateFolder(arguments, distribution);
        if (!Files.isRegularFile(folder.resolve("secrets.properties"))) {
            throw new Trouble(
                    "There is nothing to back up in %s: --state DIR says where a state is.".formatted(folder));
        }
        StateFolder state = StateFolder.at(folder);
        var progress = Progress.printedTo(out);
        Optional<Integer> running = RunningStack.databasePort(state);
        if (running.isPresent()) {
            write(state, distribution, running.get(), file, progress);
        } else {
            withDatabase(
                    state,
                    distribution,
                    Cells.readFrom(distribution.tenantsConfig()),
                    progress,
                    port -> write(state, distribution, port, file, progress));
        }
        out.println("All of " + folder + " is in " + file
                + ". It holds secrets and people's data: keep it safe, and each" + " zone's in its zone.");
        return 0;
    }

    static int restore(List<String> words, PrintStream out) {
        var arguments = Arguments.of(words, Set.of("--state"), Set.of());
        Path file = file(arguments, "./mangrove restore FILE [--state DIR]");
        if (!Files.isRegularFile(file)) {
            throw new Trouble("There is no file %s.".formatted(file));
        }
        Distribution distribution = Distribution.found();
        StateFolder state = StateFolder.at(RunningStack.stateFolder(arguments, distribution));
        restore(state, distribution, file, Progress.printedTo(out));
        out.println("Restored. Start it with ./mangrove run --state " + state.path());
        return 0;
    }

    /** All of it, or the state is as empty as before. */
    static void restore(StateFolder state, Distribution distribution, Path file, Progress progress) {
        if (Files.exists(state.database()) || Files.exists(state.secrets())) {
            throw new Trouble(
                    "The state folder %s has data already: name an empty one with --state DIR, or move this one away."
                            .formatted(state.path()));
        }
        try {
            fill(state, distribution, file, progress);
        } catch (RuntimeException failed) {
            state.removeData();
            throw failed;
        }
    }

    private static void fill(StateFolder state, Distribution distribution, Path file, Progress progress) {
        try {
            List<String> cells = Backup.cells(file);
            Backup.readInto(
                    state,
                    file,
                    dump -> withDatabase(
                            state,
                            distribution,
                            cells,
                            progress,
                            port -> progress.step(
                                    "Rows of the core, the cells and Keycloak",
                                    () -> client(state, distribution, port).load(dump))));
        } catch (IOException failed) {
            throw Disk.asTrouble("restoring " + file, failed);
        }
    }

    static void write(StateFolder state, Distribution distribution, int port, Path file, Progress progress) {
        progress.step("Backup to " + file, () -> Backup.write(state, client(state, distribution, port), file));
    }

    private interface Work {
        void with(int port);
    }

    /** Nobody else may start on this state meanwhile. */
    private static void withDatabase(
            StateFolder state, Distribution distribution, List<String> cells, Progress progress, Work work) {
        var secrets = new Secrets(state.secrets());
        DatabaseServer program = DatabaseServer.of(Optional.empty(), distribution, progress);
        try (var lock = StateLock.on(state);
                Database database = Database.start(state, Ports.free(), cells, progress, program, secrets)) {
            work.with(database.port());
        } catch (IOException failed) {
            throw Disk.asTrouble("holding " + state.path(), failed);
        }
    }

    private static DatabaseClient client(StateFolder state, Distribution distribution, int port) {
        return new DatabaseClient(
                MariaDbHome.unpacked(distribution, Progress.silent()),
                port,
                new Secrets(state.secrets()).of("database.root"));
    }

    private static Path file(Arguments arguments, String usage) {
        if (arguments.words().size() != 1) {
            throw new Trouble("Say to or from which file: " + usage + ".");
        }
        return Path.of(arguments.words().getFirst()).toAbsolutePath();
    }
}
