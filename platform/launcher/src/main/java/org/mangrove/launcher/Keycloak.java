package org.mangrove.launcher;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A Keycloak process with its own schema in the stack's database.
 *
 * <p>After the first start it holds two clients: one in {@code master} that may create realms, and so administers those
 * that it has created, for the node; and one in the realm {@code operators}, for the command line. The administrator with
 * whom it came up is gone by then.
 */
public final class Keycloak implements AutoCloseable {

    public static final String OPERATORS = "operators";

    private static final Duration READY_WITHIN = Duration.ofSeconds(180);
    private static final Duration STOPPED_WITHIN = Duration.ofSeconds(40);
    private static final String TEMPORARY = "temporary";

    /**
     * A log is read by those who look after the machine, and one log holds all realms: who failed to sign on is told in the
     * realm's own events instead, and what the database quotes of rows is left out.
     */
    private static final String LOG_LEVELS = "WARN,org.keycloak.quarkus:INFO,io.quarkus:INFO,org.keycloak.events:OFF,"
            + "org.mariadb.jdbc:OFF,org.hibernate.engine.jdbc.spi.SqlExceptionHelper:OFF";

    /** Without what was thrown: its messages quote what people wrote. */
    private static final String LOG_FORMAT = "%d{yyyy-MM-dd HH:mm:ss,SSS} %-5p [%c] (%t) %s%n";

    private final StateFolder state;
    private final Ports ports;
    private final Database database;
    private final Secrets secrets;
    private final Path home;
    private final ClassMemory memory;
    private Child server;

    private Keycloak(StateFolder state, Ports ports, Database database, Secrets secrets, Path distribution, Path themes)
            throws IOException {
        this.state = state;
        this.ports = ports;
        this.database = database;
        this.secrets = secrets;
        this.home = KeycloakHome.seenFrom(state.keycloak(), distribution, themes);
        this.memory = ClassMemory.of(distribution, JVM_OPTIONS, state);
        this.server = launch();
    }

    /** Starts it on {@link Ports#keycloak()} and returns when it is ready and has its clients. */
    public static Keycloak start(StateFolder state, Ports ports, Database database, Progress progress) {
        return start(state, ports, database, progress, Distribution.found(), new Secrets(state.secrets()));
    }

    static Keycloak start(
            StateFolder state,
            Ports ports,
            Database database,
            Progress progress,
            Distribution distribution,
            Secrets secrets) {
        Path home = KeycloakHome.built(distribution, database.dialect(), progress);
        Keycloak started = progress.step("Keycloak on http://localhost:" + ports.keycloak(), () -> {
            Ports.mustBeFree(ports.keycloak(), "Keycloak");
            Ports.mustBeFree(ports.keycloakHealth(), "Keycloak's health");
            Files.createDirectories(state.keycloak());
            var keycloak = new Keycloak(state, ports, database, secrets, home, distribution.keycloakThemes());
            try {
                keycloak.awaitReady();
            } catch (RuntimeException failed) {
                keycloak.close();
                throw failed;
            }
            return keycloak;
        });
        try {
            if (!started.hasItsClients()) {
                progress.step("Making Keycloak's clients (once)", started::makeClients);
            }
            return started;
        } catch (RuntimeException failed) {
            started.close();
            throw failed;
        }
    }

    /** As browsers see it, and as issuers are named. */
    public URI url() {
        return URI.create("http://localhost:" + ports.keycloak());
    }

    /** May create realms, and administers those that it created. */
    public Login provisioner() {
        return new Login("mangrove", secrets.of("keycloak.mangrove"));
    }

    /** Speaks to the operator's interface by itself, with client credentials of the realm {@link #OPERATORS}. */
    public Login operator() {
        return new Login("mangrove-operator", secrets.of("keycloak.mangrove-operator"));
    }

    /** A bearer token for the operator's interface. */
    public String operatorToken() {
        try (var admin = new KeycloakAdmin(url(), operator())) {
            return admin.token(OPERATORS);
        } catch (IOException failed) {
            throw new Trouble("Keycloak gave the operator no token (%s).".formatted(failed.getMessage()), failed);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new Trouble("Stopped while asking Keycloak for a token.", hurried);
        }
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
            throw Disk.asTrouble("starting Keycloak again", failed);
        }
        awaitReady();
    }

    Child process() {
        return server;
    }

    @Override
    public void close() {
        if (server.stop(STOPPED_WITHIN)) {
            memory.keep();
        }
    }

    private void awaitReady() {
        Health.await(
                server,
                URI.create("http://127.0.0.1:" + ports.keycloakHealth() + "/health/ready"),
                READY_WITHIN,
                "Listening on",
                "ERROR: Failed to start server");
    }

    private Child launch() throws IOException {
        List<String> arguments = List.of(
                "start",
                "--optimized",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + ports.keycloak(),
                "--http-management-port=" + ports.keycloakHealth(),
                "--cache=local",
                "--hostname=" + url(),
                "--db-url=" + database.keycloakUrl(),
                "--db-username=" + database.keycloak().name(),
                "--db-pool-initial-size=2",
                "--db-pool-max-size=20",
                "--log-level=" + LOG_LEVELS,
                "--log-console-format=" + LOG_FORMAT);
        var surroundings = new java.util.HashMap<String, String>();
        surroundings.put("KC_DB_PASSWORD", database.keycloak().secret());
        if (!hasItsClients()) {
            surroundings.put("KC_BOOTSTRAP_ADMIN_CLIENT_ID", TEMPORARY);
            surroundings.put("KC_BOOTSTRAP_ADMIN_CLIENT_SECRET", secrets.of("keycloak.temporary"));
        }
        return Child.start(
                "keycloak",
                state,
                KeycloakHome.command(
                        home,
                        Stream.concat(JVM_OPTIONS.stream(), memory.options().stream())
                                .toList(),
                        arguments),
                Map.copyOf(surroundings),
                state.keycloak());
    }

    /**
     * A connection that has rested is tried before it is used. Without that Keycloak goes on with dead ones after its database
     * was gone, and keeps in its cache what it could not read: it knew no organization any more until it was started anew.
     */
    private static final String TRIED_CONNECTIONS = "-Dquarkus.datasource.jdbc.foreground-validation-interval=1S";

    private static final List<String> JVM_OPTIONS =
            List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xms64m", "-Xmx512m", TRIED_CONNECTIONS);

    private boolean hasItsClients() {
        return Files.exists(clientsMade());
    }

    /** Can be done again after it broke off anywhere. */
    private void makeClients() throws IOException, InterruptedException {
        try (var first = new KeycloakAdmin(url(), new Login(TEMPORARY, secrets.of("keycloak.temporary")));
                var mangrove = new KeycloakAdmin(url(), provisioner())) {
            first.signIn();
            String client = first.ensureServiceClient(
                    "master",
                    provisioner(),
                    Map.of("description", "Creates the realms of enterprises and administers them"));
            first.giveRealmRole("master", client, "create-realm");
            mangrove.signIn();
            if (!mangrove.hasRealm(OPERATORS)) {
                mangrove.createRealm(Map.of(
                        "realm",
                        OPERATORS,
                        "enabled",
                        true,
                        "displayName",
                        "Mangrove operators",
                        "sslRequired",
                        "external",
                        "registrationAllowed",
                        false,
                        "bruteForceProtected",
                        true,
                        "accessTokenLifespan",
                        300));
                mangrove.signIn();
            }
            mangrove.ensureServiceClient(OPERATORS, operator(), Map.of("description", "The operator's command line"));
            first.removeClient("master", TEMPORARY);
        }
        Files.createFile(clientsMade());
        secrets.forget("keycloak.temporary");
    }

    private Path clientsMade() {
        return state.keycloakClientsMade();
    }
}
