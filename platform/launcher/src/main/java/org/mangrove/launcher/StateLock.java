package org.mangrove.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;

/** Holds a state folder for one process, for as long as it is open. */
final class StateLock implements AutoCloseable {

    private final FileChannel channel;

    private StateLock(FileChannel channel) {
        this.channel = channel;
    }

    /** @throws Trouble if another process holds it */
    static StateLock on(StateFolder state) throws IOException {
        FileChannel channel = FileChannel.open(state.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return new StateLock(channel);
            }
        } catch (OverlappingFileLockException inThisProcess) {
            // told below, as for another process
        }
        channel.close();
        throw new Trouble(
                "Another Mangrove runs on the state folder %s: stop that one, or start this one with --state DIR --port N."
                        .formatted(state.path()));
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
