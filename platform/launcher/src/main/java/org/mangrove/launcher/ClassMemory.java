package org.mangrove.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;

/**
 * What a JVM has learned of its classes in an earlier run (JEP 514), which halves the work of a start.
 *
 * <p>The first run that ends in order leaves it behind; that costs it some seconds at its end. It fits one JDK, one set
 * of jars in one place and one set of options, so all of these are in its name; where it does not fit, the JVM goes without.
 */
final class ClassMemory {

    private final Path file;
    private final Path draft;

    private ClassMemory(Path file, Path draft) {
        this.file = file;
        this.draft = draft;
    }

    /** @param own names the draft, so that two stacks that learn at the same time do not write the same file */
    static ClassMemory of(Path home, List<String> options, StateFolder own) {
        String name =
                "%s-%s-%08x".formatted(home.getFileName(), Jdk.version(), Objects.hash(options, home.toAbsolutePath()));
        return new ClassMemory(
                home.resolveSibling(name + ".aot"),
                home.resolveSibling(
                        "%s-%08x.aot.draft".formatted(name, own.path().hashCode())));
    }

    boolean isThere() {
        return Files.exists(file);
    }

    /** What to tell the JVM: to use what is known, or to learn. */
    List<String> options() {
        return isThere()
                ? List.of("-XX:AOTCache=" + file, "-Xlog:aot=off", "-Xlog:cds=off")
                : List.of("-XX:AOTCacheOutput=" + draft, "-Xlog:aot=off", "-Xlog:cds=off");
    }

    /** To be called when a run has ended in order. */
    void keep() {
        try {
            if (!isThere() && Files.exists(draft)) {
                Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            }
            Files.deleteIfExists(draft);
            Files.deleteIfExists(draft.resolveSibling(draft.getFileName() + ".config"));
        } catch (IOException failed) {
            System.getLogger(ClassMemory.class.getName())
                    .log(System.Logger.Level.DEBUG, "What was learned for the next start could not be kept", failed);
        }
    }
}
