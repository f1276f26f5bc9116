package org.mangrove.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** MariaDB's own client programs, asking the server of a state as its administrator. The password is in no command line. */
final class DatabaseClient {

    private final Path home;
    private final int port;
    private final String password;

    DatabaseClient(Path home, int port, String password) {
        this.home = home;
        this.port = port;
        this.password = password;
    }

    /** The names of all schemas that are ours. */
    List<String> schemas() {
        return run("mariadb", List.of("--batch", "--skip-column-names", "--execute=show databases"), in -> {
                    in.getOutputStream().close();
                    return new String(in.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
                })
                .lines()
                .filter(name -> name.equals("keycloak") || name.startsWith("mangrove_"))
                .toList();
    }

    /** Writes all of these schemas as they are at one moment, while others go on working. */
    void dump(List<String> schemas, OutputStream to) {
        var options =
                new ArrayList<>(List.of("--single-transaction", "--quick", "--routines", "--hex-blob", "--databases"));
        options.addAll(schemas);
        run("mariadb-dump", options, dump -> {
            dump.getOutputStream().close();
            return dump.getInputStream().transferTo(to);
        });
    }

    /** Does what a dump says. */
    void load(InputStream dump) {
        run("mariadb", List.of("--binary-mode"), client -> {
            try (OutputStream into = client.getOutputStream()) {
                return dump.transferTo(into);
            }
        });
    }

    private interface Talk<T> {
        T with(Process client) throws IOException;
    }

    private <T> T run(String program, List<String> options, Talk<T> talk) {
        Path login = null;
        try {
            login = Files.createTempFile("mangrove-login", ".cnf");
            PrivateFiles.write(
                    login, "[client]%nuser=root%npassword=%s%nhost=127.0.0.1%nport=%d%n".formatted(password, port));
            var command = new ArrayList<String>();
            command.add(program(program).toString());
            command.addAll(List.of(
                    "--defaults-file=" + login, "--protocol=tcp", "--skip-ssl", "--default-character-set=utf8mb4"));
            command.addAll(options);
            Process client = new ProcessBuilder(command).start();
            CompletableFuture<String> complaint = CompletableFuture.supplyAsync(() -> read(client.getErrorStream()));
            try {
                return finished(client, complaint, program, talk);
            } finally {
                client.destroy();
            }
        } catch (IOException failed) {
            throw Disk.asTrouble("running " + program, failed);
        } finally {
            remove(login);
        }
    }

    private static <T> T finished(Process client, CompletableFuture<String> complaint, String program, Talk<T> talk)
            throws IOException {
        T said;
        try {
            said = talk.with(client);
        } catch (IOException broken) {
            client.destroy();
            String why = complained(complaint);
            if (why.isEmpty()) {
                throw broken;
            }
            throw new Trouble("%s did not do it: %s".formatted(program, why), broken);
        }
        try {
            if (client.waitFor() != 0) {
                throw new Trouble("%s did not do it: %s".formatted(program, complained(complaint)));
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new Trouble("Stopped while %s was working.".formatted(program), hurried);
        }
        return said;
    }

    private static String complained(CompletableFuture<String> complaint) {
        try {
            return complaint.join().strip();
        } catch (CompletionException unreadable) {
            return "";
        }
    }

    private static String read(InputStream words) {
        try {
            return new String(words.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private Path program(String name) {
        return home.resolve("bin").resolve(Distribution.os().equals("winx64") ? name + ".exe" : name);
    }

    private static void remove(@org.jspecify.annotations.Nullable Path file) {
        if (file != null) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }
}
