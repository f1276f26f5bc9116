package org.mangrove.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.mangrove.launcher.Stack;

/**
 * A small file system of its own on which a stack's database goes on, with its data and little room besides. Part of
 * it is taken by something that can be removed, as somebody does who makes room.
 */
final class SmallDisk implements AutoCloseable {

    private static final long MEGABYTE = 1 << 20;
    private static final long TO_BE_REMOVED = 96 * MEGABYTE;

    private final Stack stack;
    private final Path data;
    private final Path aside;
    private final Path image;

    private SmallDisk(Stack stack) {
        this.stack = stack;
        this.data = stack.state().database();
        this.aside = data.resolveSibling("database-aside");
        this.image = data.resolveSibling("database.img");
    }

    /**
     * @param left how many megabytes of room there are; the test that calls this is left out where nobody may mount
     * anything
     */
    static SmallDisk under(Stack stack, int left) {
        var disk = new SmallDisk(stack);
        disk.mustBeMountable();
        stack.database().kill();
        try {
            Files.move(disk.data, disk.aside);
            disk.layOut(size(disk.aside) * 21 / 20 + TO_BE_REMOVED + left * MEGABYTE);
            Files.createDirectory(disk.data);
            must("mount", "-o", "loop", disk.image.toString(), disk.data.toString());
            must("cp", "-a", disk.aside + "/.", disk.data.toString());
            Files.write(disk.ballast(), new byte[(int) TO_BE_REMOVED]);
            long tooMuch = Files.getFileStore(disk.data).getUsableSpace() - left * MEGABYTE;
            if (tooMuch > 0) {
                Files.write(disk.data.resolve("more-ballast"), new byte[(int) tooMuch]);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        stack.database().restart();
        return disk;
    }

    /** Somebody makes room. */
    void makeRoom() {
        try {
            Files.delete(ballast());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Path ballast() {
        return data.resolve("ballast");
    }

    private void mustBeMountable() {
        Path place = data.resolveSibling("database-tried");
        try {
            Files.createDirectories(place);
            layOut(8 * MEGABYTE);
            String why = said("mount", "-o", "loop", image.toString(), place.toString());
            Assumptions.assumeTrue(
                    why.isEmpty(), () -> "A full disk was left out: nothing can be mounted here (" + why + ")");
            must("umount", place.toString());
        } catch (IOException missing) {
            Assumptions.abort("A full disk was left out: nothing can be mounted here (" + missing + ")");
        } finally {
            remove(place);
            remove(image);
        }
    }

    private void layOut(long bytes) throws IOException {
        remove(image);
        must("truncate", "-s", Long.toString(bytes), image.toString());
        must("mkfs.ext4", "-q", "-F", "-m", "0", "-O", "^has_journal", image.toString());
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            long bytes = 0;
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                bytes += Files.size(file) + 4_096;
            }
            return bytes;
        }
    }

    private static void must(String... command) throws IOException {
        String why = said(command);
        if (!why.isEmpty()) {
            throw new IOException(String.join(" ", command) + ": " + why);
        }
    }

    /** @return what went wrong; empty if nothing did */
    private static String said(String... command) throws IOException {
        Process process =
                new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        try {
            int code = process.waitFor();
            return code == 0 ? "" : code + " " + said;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    /** The database is again where it was, with all that it has now. */
    @Override
    public void close() {
        stack.database().kill();
        try {
            Files.deleteIfExists(ballast());
            Files.deleteIfExists(data.resolve("more-ballast"));
            must("rm", "-rf", aside.toString());
            must("cp", "-a", data.toString(), aside.toString());
            must("umount", data.toString());
            Files.delete(data);
            Files.move(aside, data);
            remove(image);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        stack.database().restart();
    }
}
