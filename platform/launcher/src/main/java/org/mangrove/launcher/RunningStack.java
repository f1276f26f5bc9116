package org.mangrove.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where a running system is reached by its operator: written down at a start, read by the other commands.
 *
 * @param nodes one for each part of the platform, the core's last: what is applied to cells is there when the core tells of it
 */
record RunningStack(List<URI> nodes, URI keycloak, Login operator, int database) {

    private static final String FILE = "running.properties";
    private static final int NO_DATABASE = 0;

    static RunningStack of(Stack stack) {
        List<URI> nodes = stack.nodes().stream()
                .sorted(Comparator.comparing(node -> node.plan().servesCore()))
                .map(Node::url)
                .toList();
        return new RunningStack(
                nodes,
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
                    "nodes=%s%nkeycloak=%s%noperator=%s%nsecret=%s%ndatabase=%d%n"
                            .formatted(
                                    nodes.stream().map(URI::toString).collect(Collectors.joining(",")),
                                    keycloak,
                                    operator.name(),
                                    operator.secret(),
                                    database));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The environment says where a system of several machines is; else the state folder says where this machine's is. */
    static RunningStack find(Path stateFolder, Map<String, String> environment) {
        String given = environment.getOrDefault("MANGROVE_URL", "");
        if (!given.isBlank()) {
            return new RunningStack(
                    addresses(given),
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
                addresses(names.getProperty("nodes", "")),
                URI.create(names.getProperty("keycloak")),
                new Login(names.getProperty("operator"), names.getProperty("secret")),
                Integer.parseInt(names.getProperty("database", Integer.toString(NO_DATABASE))));
    }

    /** One for each node, the core's last. */
    List<OperatorApi> apis() {
        return nodes.stream()
                .map(node -> new OperatorApi(node, keycloak, operator))
                .toList();
    }

    /** Asks one node after the other and prints what each says; stops at the first that did not do it. */
    boolean tellAll(Function<OperatorApi, OperatorApi.Answer> question, PrintStream out) {
        for (OperatorApi api : apis()) {
            if (nodes.size() > 1) {
                out.println(api.node() + ":");
            }
            OperatorApi.Answer answer = question.apply(api);
            out.println(answer.words());
            if (!answer.isDone()) {
                return false;
            }
        }
        return true;
    }

    /** A node of the core; where one node has everything, that one. */
    URI node() {
        return nodes.getLast();
    }

    OperatorApi core() {
        return apis().getLast();
    }

    private static List<URI> addresses(String separatedByCommas) {
        return Stream.of(separatedByCommas.split(","))
                .map(String::strip)
                .map(URI::create)
                .toList();
    }

    private static String must(Map<String, String> environment, String name) {
        String value = environment.getOrDefault(name, "");
        if (value.isBlank()) {
            throw new Trouble("With MANGROVE_URL the variable %s must be set, too.".formatted(name));
        }
        return value;
    }
}
