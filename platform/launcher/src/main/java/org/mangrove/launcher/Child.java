package org.mangrove.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A process that the launcher has started and answers for, until it has seen it end. */
final class Child {

    private static final int LAST_WORDS = 5;

    /** As sysexits.h has it: a failure of the moment. */
    private static final int START_ANEW = 75;

    private final String name;
    private final Process process;
    private final Path log;
    private final Path record;
    private final AtomicBoolean endWanted = new AtomicBoolean();

    private Child(String name, Process process, Path log, Path record) {
        this.name = name;
        this.process = process;
        this.log = log;
        this.record = record;
    }

    /** @param surroundings added to the environment: the place for secrets, which a command line would show to everyone */
    static Child start(
            String name, StateFolder state, List<String> command, Map<String, String> surroundings, Path workingFolder)
            throws IOException {
        Path log = state.logs().resolve(name + ".log");
        keepPrevious(log);
        var builder = new ProcessBuilder(Terminal.apart(command))
                .directory(workingFolder.toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Terminal.nothing()))
                .redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(Child::wouldChangeTheChild);
        builder.environment().putAll(surroundings);
        Process process = builder.start();
        Path record = ProcessRecord.of(process.toHandle()).writeTo(state.processes(), name);
        var child = new Child(name, process, log, record);
        process.onExit().thenRun(() -> ProcessRecord.remove(record));
        return child;
    }

    String name() {
        return name;
    }

    Path log() {
        return log;
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Whether it has ended because only another process can do what it could not. */
    boolean isToStartAnew() {
        return !process.isAlive() && process.exitValue() == START_ANEW;
    }

    /** Calls {@code listener} if the process ends without having been asked to. */
    void ifItEndsByItself(Consumer<Child> listener) {
        process.onExit().thenRun(() -> {
            if (!endWanted.get()) {
                listener.accept(this);
            }
        });
    }

    /** The first line of the log that says {@code words}, with the two after it. */
    Optional<String> findInLog(String words) {
        try (Stream<String> all = Files.lines(log, StandardCharsets.ISO_8859_1)) {
            String found = all.dropWhile(line -> !line.contains(words))
                    .limit(3)
                    .map(String::strip)
                    .collect(Collectors.joining(" "));
            return found.isEmpty() ? Optional.empty() : Optional.of(found);
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /** That it has ended, what to do, and the last lines of its log, for a {@link Trouble}. */
    String lastWords() {
        List<String> lines;
        try (Stream<String> all = Files.lines(log, StandardCharsets.ISO_8859_1)) {
            List<String> kept = all.filter(line -> !line.isBlank()).toList();
            lines = kept.subList(Math.max(0, kept.size() - LAST_WORDS), kept.size());
        } catch (IOException unreadable) {
            lines = List.of("(no log: " + unreadable.getMessage() + ")");
        }
        String ended = process.isAlive() ? "" : " with exit code " + process.exitValue();
        String toDo = lines.stream().anyMatch(Disk::saysFull)
                ? "the disk is full: make room, then start again"
                : "start again, and if it ends again, its log says why";
        return "The part \"%s\" ended by itself%s: %s. The end of %s:%n    %s"
                .formatted(name, ended, toDo, log, String.join("\n    ", lines));
    }

    /**
     * Asks it to end, and ends it if it does not within {@code patience}. Returns when it is gone.
     *
     * @return whether it ended as it was asked to
     */
    boolean stop(Duration patience) {
        endWanted.set(true);
        boolean inOrder = process.isAlive();
        process.destroy();
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                process.waitFor();
                inOrder = false;
            }
        } catch (InterruptedException hurried) {
            process.destroyForcibly();
            inOrder = false;
            Thread.currentThread().interrupt();
        }
        ProcessRecord.remove(record);
        return inOrder;
    }

    /** Ends it at once, as a power cut would. Returns when it is gone. */
    void kill() {
        endWanted.set(true);
        process.destroyForcibly();
        process.onExit().join();
        ProcessRecord.remove(record);
    }

    private static void keepPrevious(Path log) throws IOException {
        if (Files.exists(log)) {
            Files.move(
                    log,
                    log.resolveSibling(log.getFileName() + ".previous"),
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
        Files.createFile(log);
    }

    static boolean wouldChangeTheChild(String variable) {
        return variable.startsWith("KC_")
                || variable.startsWith("QUARKUS_")
                || variable.startsWith("PAYARA_")
                || variable.equals("JAVA_OPTS")
                || variable.equals("JAVA_TOOL_OPTIONS")
                || variable.equals("_JAVA_OPTIONS")
                || variable.equals("JDK_JAVA_OPTIONS")
                || variable.equals("CLASSPATH");
    }
}
