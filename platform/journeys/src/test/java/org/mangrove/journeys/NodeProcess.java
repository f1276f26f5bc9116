package org.mangrove.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.mangrove.launcher.Node;

/** What whoever looks after a node's machine sees of it: its log, its threads. */
record NodeProcess(Node node) {

    String log() {
        return logSince(0);
    }

    /** Where the log ends now. */
    long endOfLog() {
        try {
            return Files.size(node.log());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    String logSince(long end) {
        try {
            byte[] all = Files.readAllBytes(node.log());
            return new String(all, (int) end, all.length - (int) end, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** How many threads there are whose line in a dump begins so, which is with their name in quotation marks. */
    long threadsNamed(String beginning) {
        try {
            Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
            Process dump = new ProcessBuilder(jcmd.toString(), Long.toString(node.pid()), "Thread.print")
                    .redirectErrorStream(true)
                    .start();
            String all = new String(dump.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(dump.waitFor()).as(all).isZero();
            return all.lines().filter(line -> line.startsWith(beginning)).count();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }
}
