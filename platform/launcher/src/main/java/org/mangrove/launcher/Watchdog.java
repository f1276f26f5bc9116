package org.mangrove.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Stops what a launcher started if the launcher is killed and cannot do so itself.
 *
 * <p>A shell that waits for the end of its input, which the system closes when the launcher is gone, however it went. Then
 * it ends the processes that are written down, the last started first. After an orderly stop nothing is written down.
 * Without a shell there is no such watch; the next start finds what was left behind.
 */
final class Watchdog implements AutoCloseable {

    private static final String SCRIPT = """
            cat > /dev/null
            cd "$1" || exit 0
            for record in $(ls -t -- *.pid 2>/dev/null); do
                read -r pid began < "$record" || continue
                kill -TERM "$pid" 2>/dev/null
                waited=0
                while kill -0 "$pid" 2>/dev/null && [ "$waited" -lt 100 ]; do sleep 0.2; waited=$((waited + 1)); done
                kill -KILL "$pid" 2>/dev/null
                rm -f -- "$record"
            done
            """;

    private final List<Process> shell;

    private Watchdog(List<Process> shell) {
        this.shell = shell;
    }

    static Watchdog over(Path records) throws IOException {
        if (Distribution.os().equals("winx64")) {
            return new Watchdog(List.of());
        }
        var command = new ArrayList<>(List.of("/bin/sh", "-c", SCRIPT, "mangrove-watchdog", records.toString()));
        Process process = new ProcessBuilder(Terminal.apart(command))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new Watchdog(List.of(process));
    }

    @Override
    public void close() throws IOException {
        for (Process process : shell) {
            process.getOutputStream().close();
            process.onExit().join();
        }
    }
}
