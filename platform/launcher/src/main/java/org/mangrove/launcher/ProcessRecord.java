package org.mangrove.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * Which process was started for a part, kept in a file: its number and when it began.
 *
 * <p>Both, because numbers are used again. A record whose process has another beginning speaks of one that is gone.
 */
record ProcessRecord(long pid, Instant began) {

    private static final String ENDING = ".pid";
    /** The system's clock ticks differ from one JVM's reading to the next by up to a second. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    static ProcessRecord of(ProcessHandle process) {
        return new ProcessRecord(process.pid(), process.info().startInstant().orElseGet(Instant::now));
    }

    Path writeTo(Path folder, String name) throws IOException {
        Path file = folder.resolve(name + ENDING);
        Files.writeString(file, pid + " " + began.toEpochMilli() + "\n");
        return file;
    }

    static Optional<ProcessRecord> findIn(Path file) {
        try {
            String[] words = Files.readString(file).strip().split(" ");
            return Optional.of(
                    new ProcessRecord(Long.parseLong(words[0]), Instant.ofEpochMilli(Long.parseLong(words[1]))));
        } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException torn) {
            return Optional.empty();
        }
    }

    /** The process of this record, if it is still the same one. */
    Optional<ProcessHandle> findAlive() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info()
                        .startInstant()
                        .map(start -> Duration.between(start, began).abs().compareTo(TOLERANCE) <= 0)
                        .orElse(false));
    }

    static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Stops what an earlier launcher left behind in this state, the last started first. */
    static List<String> stopLeftOvers(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> file.getFileName().toString().endsWith(ENDING))
                    .sorted(Comparator.comparing(ProcessRecord::written).reversed())
                    .toList();
        }
        var stopped = new java.util.ArrayList<String>();
        for (Path file : files) {
            Optional<ProcessHandle> alive = findIn(file).flatMap(ProcessRecord::findAlive);
            if (alive.isPresent()) {
                stop(alive.get());
                stopped.add(file.getFileName().toString().replace(ENDING, ""));
            }
            remove(file);
        }
        return List.copyOf(stopped);
    }

    private static void stop(ProcessHandle process) {
        process.destroy();
        try {
            process.onExit().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException tooLong) {
            process.destroyForcibly();
            process.onExit().join();
        } catch (InterruptedException hurried) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        } catch (java.util.concurrent.ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Instant written(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException gone) {
            return Instant.EPOCH;
        }
    }
}
