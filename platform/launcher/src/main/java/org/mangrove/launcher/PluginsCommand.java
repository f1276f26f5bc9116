package org.mangrove.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** {@code ./mangrove plugins}: which plugin jars the running system has. Who uses them is said in tenants-config. */
final class PluginsCommand {

    private static final String PATH = "/operator/api/plugins";

    private PluginsCommand() {}

    static int run(List<String> words, PrintStream out) {
        var arguments = Arguments.of(words, Set.of("--state"), Set.of());
        return RunningStack.find(RunningStack.stateFolder(arguments, Distribution.found()), System.getenv())
                        .tellAll(api -> ask(api, arguments.words()), out)
                ? 0
                : 1;
    }

    private static OperatorApi.Answer ask(OperatorApi api, List<String> words) {
        if (words.equals(List.of("list"))) {
            return api.get(PATH);
        }
        if (words.size() == 2 && words.getFirst().equals("install")) {
            return api.post(PATH, "application/java-archive", jar(Path.of(words.get(1))));
        }
        if (words.size() == 3 && words.getFirst().equals("remove")) {
            return api.delete(PATH + "/" + words.get(1) + "/" + words.get(2));
        }
        throw new Trouble("Say which: ./mangrove plugins install FILE.jar, remove ID VERSION, or list.");
    }

    private static byte[] jar(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new Trouble("There is no file %s to install.".formatted(file));
        }
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
