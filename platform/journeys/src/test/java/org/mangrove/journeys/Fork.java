package org.mangrove.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.stream.IntStream;
import org.mangrove.launcher.Distribution;

/**
 * One of the processes in which these tests run beside each other: the first number that no other has taken.
 *
 * @param lock held until this process ends
 */
record Fork(int number, FileLock lock) {

    private static final int MOST = 8;
    private static final Path TARGET = Distribution.found().project().resolve("platform/journeys/target");
    private static final Fork THIS = IntStream.rangeClosed(1, MOST)
            .mapToObj(Fork::take)
            .flatMap(Optional::stream)
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("More than " + MOST + " processes run these tests"));

    /** A folder of its own for what a stack keeps. */
    static Path folder(String name) {
        return TARGET.resolve(name + "-" + THIS.number());
    }

    private static Optional<Fork> take(int number) {
        try {
            Files.createDirectories(TARGET);
            FileChannel file = FileChannel.open(
                    TARGET.resolve("fork-" + number + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = file.tryLock();
            if (lock == null) {
                file.close();
                return Optional.empty();
            }
            return Optional.of(new Fork(number, lock));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
