package org.mangrove.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Keycloak's distribution, unpacked and built once with the features that we use. */
final class KeycloakHome {

    private static final long ROOM = 600;

    /** What the build is made with. A change here makes another folder in the cache. */
    private static final List<String> BUILD = List.of(
            "build",
            "--health-enabled=true",
            "--features-disabled=twitter-broker,instagram-broker,identity-brokering-api,kerberos,ciba,device-flow,authorization,admin-fine-grained-authz,workflows,impersonation");

    private KeycloakHome() {}

    /** @param database the kind of it, as Keycloak names them */
    static Path built(Distribution distribution, String database, Progress progress) {
        var options = new ArrayList<>(BUILD);
        options.add("--db=" + database);
        String name = "keycloak-%s-%08x".formatted(distribution.keycloakVersion(), options.hashCode());
        return Cache.of(distribution).folder(name, draft -> {
            progress.step("Unpacking Keycloak " + distribution.keycloakVersion() + " (once)", () -> {
                Disk.mustHave(ROOM, draft);
                Trees.unpack(distribution.keycloak(), "keycloak-" + distribution.keycloakVersion() + "/", draft);
            });
            progress.step("Building Keycloak (once)", () -> build(draft, options));
        });
    }

    /**
     * The command that runs Keycloak's own start class, as its script would, without a shell between it and us. The class is taken
     * from the distribution, not from the state's link to it: what a JVM has learned of its classes names the place of their jar,
     * and Keycloak looks for the rest of itself beside that.
     */
    static List<String> command(Path home, List<String> jvmOptions, List<String> arguments) throws IOException {
        var command = new ArrayList<String>();
        command.add(Jdk.java());
        command.addAll(jvmOptions);
        command.addAll(List.of(
                "-Dfile.encoding=UTF-8",
                "-Duser.language=en",
                "-Duser.country=US",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.security.egd=file:/dev/urandom",
                "-Djdk.tls.rejectClientInitiatedRenegotiation=true",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory=io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + home.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dpicocli.disable.closures=true",
                "-Dquarkus-log-max-startup-records=10000",
                "-cp",
                home.resolve("lib/quarkus-run.jar").toRealPath().toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
        command.addAll(arguments);
        return command;
    }

    /**
     * The distribution as one state sees it: what Keycloak reads is linked, what it writes is the state's own.
     *
     * <p>Where links cannot be made, the distribution itself: then only one stack at a time can use it.
     *
     * @param themes how sign-on looks
     */
    static Path seenFrom(Path folder, Path home, Path themes) throws IOException {
        Path view = folder.resolve("home");
        Files.createDirectories(view.resolve("data"));
        Trees.remove(view.resolve("themes"));
        Trees.copy(themes, view.resolve("themes"));
        for (String part : List.of("lib", "conf", "providers")) {
            Path link = view.resolve(part);
            Files.deleteIfExists(link);
            try {
                Files.createSymbolicLink(link, home.resolve(part));
            } catch (UnsupportedOperationException | IOException cannot) {
                Trees.copy(themes, home.resolve("themes"));
                return home;
            }
        }
        return view;
    }

    private static void build(Path home, List<String> options) throws IOException, InterruptedException {
        Path log = home.resolve("build.log");
        int exit = OneOff.run(command(home, List.of("-Xmx512m"), options), home, log);
        // 10: built, and would be started again by Keycloak's script
        if (exit != 0 && exit != 10) {
            try (Stream<String> lines = Files.lines(log)) {
                throw new IOException("Keycloak's build ended with exit code %d: %s"
                        .formatted(
                                exit,
                                lines.filter(line -> line.contains("ERROR")).collect(Collectors.joining(" "))));
            }
        }
    }
}
