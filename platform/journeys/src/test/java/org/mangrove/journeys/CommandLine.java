package org.mangrove.journeys;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.mangrove.launcher.Distribution;
import org.mangrove.launcher.Stack;

/** {@code ./mangrove} as an operator types it, once the script has found a JDK and built what changed. */
final class CommandLine {

    private static final long PATIENCE_SECONDS = 180;

    private final Stack stack;
    private final Path folder;

    /** @param folder for what the command writes */
    CommandLine(Stack stack, Path folder) {
        this.stack = stack;
        this.folder = folder;
    }

    /** How a command ended, and what it wrote. */
    record Ended(int code, String words) {}

    /** A command under way. */
    record Running(Process process, Path output) {

        Ended await() throws IOException, InterruptedException {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("The command does not end: " + Files.readString(output));
            }
            return new Ended(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
        }
    }

    Ended run(String... words) throws IOException, InterruptedException {
        return begin(words).await();
    }

    Running begin(String... words) throws IOException {
        Path target = Distribution.found().project().resolve("platform/launcher/target");
        var command = new ArrayList<String>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                target.resolve("classes") + java.io.File.pathSeparator + target.resolve("lib") + "/*",
                "org.mangrove.launcher.Main"));
        command.addAll(List.of(words));
        Path output = Files.createTempFile(folder, "command", ".txt");
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().put("MANGROVE_URL", stack.node().url().toString());
        builder.environment()
                .put("MANGROVE_KEYCLOAK_URL", stack.keycloak().url().toString());
        builder.environment()
                .put("MANGROVE_OPERATOR_SECRET", stack.keycloak().operator().secret());
        return new Running(builder.start(), output);
    }
}
