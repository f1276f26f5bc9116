package org.mangrove.launcher;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** Where a running system is reached by its operator: written down at a start, read by the other commands. */
record RunningStack(URI node, URI keycloak, Login operator, int database) {

    private static final String FILE = "running.properties";
    private static final int NO_DATABASE = 0;

    static RunningStack of(Stack stack) {
        return new RunningStack(
                stack.node().url(),
                stack.keycloak().url(),
                stack.keycloak().operator(),
                stack.ports().database());
    }

    static Path stateFolder(Arguments arguments, Distribution distribution) {
        return arguments
                .find("--state")
                .map(Path::of)
                .map(Path::toAbsolutePath)
                .orElseGet(() -> distribution.project().resolve(".mangrove").resolve("state"));
    }

    void writeTo(StateFolder state) {
        try {
            PrivateFiles.write(
                    state.path().resolve(FILE),
                    "node=%s%nkeycloak=%s%noperator=%s%nsecret=%s%ndatabase=%d%n"
                            .formatted(node, keycloak, operator.name(), operator.secret(), database));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The environment says where a system of several machines is; else the state folder says where this machine's is. */
    static RunningStack find(Path stateFolder, Map<String, String> environment) {
        String node = environment.getOrDefault("MANGROVE_URL", "");
        if (!node.isBlank()) {
            return new RunningStack(
                    URI.create(node),
                    URI.create(must(environment, "MANGROVE_KEYCLOAK_URL")),
                    new Login(
                            environment.getOrDefault("MANGROVE_OPERATOR_CLIENT", "mangrove-operator"),
                            must(environment, "MANGROVE_OPERATOR_SECRET")),
                    NO_DATABASE);
        }
        return of(read(stateFolder));
    }

    /** Where the database of a state listens, if it runs now. */
    static Optional<Integer> databasePort(StateFolder state) {
        return ProcessRecord.findIn(state.processes().resolve("database.pid"))
                .flatMap(ProcessRecord::findAlive)
                .map(alive -> of(read(state.path())).database());
    }

    private static Properties read(Path stateFolder) {
        var names = new Properties();
        try {
            names.load(new StringReader(Files.readString(stateFolder.resolve(FILE))));
            return names;
        } catch (IOException none) {
            throw new Trouble(
                    "No Mangrove has been started on %s yet: ./mangrove run does, or --state DIR says where one runs."
                            .formatted(stateFolder),
                    none);
        }
    }

    private static RunningStack of(Properties names) {
        return new RunningStack(
                URI.create(names.getProperty("node")),
                URI.create(names.getProperty("keycloak")),
                new Login(names.getProperty("operator"), names.getProperty("secret")),
                Integer.parseInt(names.getProperty("database", Integer.toString(NO_DATABASE))));
    }

    OperatorApi api() {
        return new OperatorApi(node, keycloak, operator);
    }

    private static String must(Map<String, String> environment, String name) {
        String value = environment.getOrDefault(name, "");
        if (value.isBlank()) {
            throw new Trouble("With MANGROVE_URL the variable %s must be set, too.".formatted(name));
        }
        return value;
    }
}
