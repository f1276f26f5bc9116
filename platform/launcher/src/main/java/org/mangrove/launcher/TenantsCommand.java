package org.mangrove.launcher;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** {@code ./mangrove tenants check|plan|apply}: hands the configuration to the running system and prints what it says. */
final class TenantsCommand {

    private static final Set<String> ACTS = Set.of("check", "plan", "apply");

    private TenantsCommand() {}

    static int run(List<String> words, PrintStream out) {
        var arguments = Arguments.of(words, Set.of("--state", "--config"), Set.of());
        if (arguments.words().size() != 1 || !ACTS.contains(arguments.words().getFirst())) {
            throw new Trouble("Say which: ./mangrove tenants check, plan or apply.");
        }
        Distribution distribution = Distribution.found();
        Path config = arguments.find("--config").map(Path::of).orElse(distribution.tenantsConfig());
        if (!Files.isDirectory(config)) {
            throw new Trouble("There is no folder %s: --config DIR says where the configuration is.".formatted(config));
        }
        byte[] packed = Zip.of(config);
        return RunningStack.find(RunningStack.stateFolder(arguments, distribution), System.getenv())
                        .tellAll(
                                api -> api.post(
                                        "/operator/api/tenants/"
                                                + arguments.words().getFirst(),
                                        "application/zip",
                                        packed),
                                out)
                ? 0
                : 1;
    }
}
