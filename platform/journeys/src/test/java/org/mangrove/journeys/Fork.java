package org.mangrove.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.IntStream;
import org.mangrove.launcher.Distribution;

/** One of the processes in which these tests run beside each other: the first number that no other has taken. */
final class Fork {

    private static final int MOST = 8;
    private static final Path TARGET = Distribution.found().project().resolve("platform/journeys/target");
    private static final int NUMBER = IntStream.rangeClosed(1, MOST)
            .filter(Fork::isTaken)
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("More than " + MOST + " processes run these tests"));

    private Fork() {}

    /** A folder of its own for what a stack keeps. */
    static Path folder(String name) {
        return TARGET.resolve(name + "-" + NUMBER);
    }

    /** The lock is held until this process ends. */
    @SuppressWarnings("resource")
    private static boolean isTaken(int number) {
        try {
            Files.createDirectories(TARGET);
            FileChannel file = FileChannel.open(
                    TARGET.resolve("fork-" + number + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = file.tryLock();
            if (lock == null) {
                file.close();
            }
            return lock != null;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
