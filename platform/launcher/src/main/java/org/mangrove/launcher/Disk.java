package org.mangrove.launcher;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Room on the disk, asked for before a start rather than missed in the middle of one. */
final class Disk {

    private static final long MEGABYTE = 1024 * 1024;

    private Disk() {}

    /** @throws Trouble if the disk below {@code folder} has less room than that */
    static void mustHave(long megabytes, Path folder) throws IOException {
        FileStore store = Files.getFileStore(folder);
        long free = store.getUsableSpace() / MEGABYTE;
        if (free < megabytes) {
            throw new Trouble(notEnough(megabytes, free, folder));
        }
    }

    /**
     * For those who wait for a part: on a full disk it may wait itself, for ever and without a word.
     *
     * @throws Trouble if the disk of that file or folder has no room at all
     */
    static void mustNotBeFull(Path place) throws IOException {
        if (Files.getFileStore(place).getUsableSpace() < MEGABYTE) {
            throw new Trouble("The disk of %s is full: make room there, then start again.".formatted(place));
        }
    }

    static String notEnough(long megabytes, long free, Path folder) {
        return "The disk below %s has %d MB left and a start needs %d MB: make room there, or choose another place with --state DIR."
                .formatted(folder, free, megabytes);
    }

    /** The sentence for what went wrong in {@code step}: a full disk is recognised wherever it shows itself. */
    static Trouble asTrouble(String step, Throwable cause) {
        for (Throwable at = cause; at != null; at = at.getCause()) {
            if (saysFull(at.getMessage())) {
                return new Trouble(
                        "The disk is full (this was being done: %s): make room, then start again.".formatted(step),
                        cause);
            }
        }
        return new Trouble("This did not work: %s (%s).".formatted(step, cause), cause);
    }

    static boolean saysFull(@Nullable String message) {
        if (message == null) {
            return false;
        }
        String text = message.toLowerCase(Locale.ROOT);
        return text.contains("no space left on device")
                || text.contains("not enough space on the disk")
                || text.contains("disk full")
                || text.contains("errno: 28");
    }
}
