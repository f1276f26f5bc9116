package org.mangrove.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A program that prepares something and ends by itself. Whoever is interrupted while waiting for it leaves nothing of it behind. */
final class OneOff {

    private OneOff() {}

    /**
     * @param log what it writes
     * @return its exit code
     */
    static int run(List<String> command, Path folder, Path log) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(Child::wouldChangeTheChild);
        Process process = builder.start();
        try {
            return process.waitFor();
        } catch (InterruptedException stopped) {
            List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                    .toList();
            all.forEach(ProcessHandle::destroyForcibly);
            all.forEach(each -> each.onExit().join());
            throw stopped;
        }
    }
}
