package org.mangrove.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** Payara Micro laid out as a folder of jars, once for all states: only so can the JVM remember its classes. */
final class NodeHome {

    private static final long ROOM = 250;

    /** The one jar that starts the server from its folder. */
    private static final String LAUNCHER = "launch-micro.jar";

    private NodeHome() {}

    static Path laidOut(Distribution distribution, Progress progress) {
        String name = "payara-%s-%s"
                .formatted(
                        distribution.payaraVersion(),
                        distribution.driver().getFileName().toString().replace(".jar", ""));
        return Cache.of(distribution).folder(name, draft -> {
            progress.step("Laying out Payara Micro " + distribution.payaraVersion() + " (once)", () -> {
                Disk.mustHave(ROOM, draft);
                Path log = draft.resolve("layout.log");
                int exit = OneOff.run(
                        List.of(
                                Jdk.java(),
                                "-jar",
                                distribution.payara().toString(),
                                "--nohazelcast",
                                "--rootdir",
                                draft.toString(),
                                "--addlibs",
                                distribution.driver().toString(),
                                "--outputlauncher"),
                        draft,
                        log);
                if (exit != 0 || !Files.exists(draft.resolve(LAUNCHER))) {
                    throw new IOException("Payara Micro could not be laid out: " + Files.readString(log));
                }
            });
        });
    }

    /**
     * The folder as one state has it: jars are linked, what the server writes to is a copy of its own.
     *
     * @return the jar to run
     */
    static Path copiedTo(Path folder, Path home) throws IOException {
        Trees.remove(folder);
        try (Stream<Path> all = Files.walk(home)) {
            for (Path source : all.toList()) {
                Path target = folder.resolve(home.relativize(source).toString());
                if (Files.isDirectory(source)) {
                    Files.createDirectories(target);
                } else if (source.getFileName().toString().matches(".*\\.[jr]ar")) {
                    link(source, target);
                } else {
                    Files.copy(source, target, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
        return folder.resolve(LAUNCHER);
    }

    private static void link(Path source, Path target) throws IOException {
        try {
            Files.createLink(target, source);
        } catch (UnsupportedOperationException | IOException onAnotherDisk) {
            Files.copy(source, target, StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    static List<String> command(List<String> jvmOptions, Path launcher, List<String> arguments) {
        return Stream.of(List.of(Jdk.java()), jvmOptions, List.of("-jar", launcher.toString()), arguments)
                .flatMap(List::stream)
                .toList();
    }
}
