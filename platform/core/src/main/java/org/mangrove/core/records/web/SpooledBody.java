package org.mangrove.core.records.web;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.mangrove.sdk.Message;

/**
 * A body that has been read to its end: in memory if it is small, else in a file. So nothing is begun for whoever
 * sends slowly, or breaks off. The file has no name any more from its beginning on: it goes with the channel, also if
 * the node is killed.
 */
final class SpooledBody implements AutoCloseable {

    private static final int IN_MEMORY = 1 << 20;

    private final byte[] memory;
    private final Optional<FileChannel> file;
    private final long length;

    private SpooledBody(byte[] memory, Optional<FileChannel> file, long length) {
        this.memory = memory;
        this.file = file;
        this.length = length;
    }

    /**
     * @param announced how long the sender says it is; -1 if nothing was said
     * @throws XapiProblem if it is longer than {@code most} bytes
     * @throws IOException if it ends before it should
     */
    static SpooledBody read(InputStream body, long announced, long most) throws IOException {
        if (announced > most) {
            throw tooLarge(most);
        }
        if (announced >= 0 && announced <= IN_MEMORY) {
            byte[] all = body.readNBytes((int) announced);
            mustBeWhole(all.length, announced);
            return new SpooledBody(all, Optional.empty(), all.length);
        }
        byte[] beginning = body.readNBytes((int) Math.min(IN_MEMORY, most) + 1);
        if (beginning.length <= Math.min(IN_MEMORY, most)) {
            mustBeWhole(beginning.length, announced);
            return new SpooledBody(beginning, Optional.empty(), beginning.length);
        }
        FileChannel file = nameless();
        try {
            OutputStream out = Channels.newOutputStream(file);
            out.write(beginning);
            long length = beginning.length + copy(body, out, most - beginning.length, most);
            mustBeWhole(length, announced);
            return new SpooledBody(new byte[0], Optional.of(file), length);
        } catch (IOException | RuntimeException broken) {
            file.close();
            throw broken;
        }
    }

    private static FileChannel nameless() throws IOException {
        Path name = Files.createTempFile("mangrove-xapi", ".body");
        try {
            return FileChannel.open(
                    name, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        } finally {
            Files.deleteIfExists(name);
        }
    }

    /** From the beginning; one at a time. */
    InputStream open() throws IOException {
        return file.isPresent() ? new Beginning(file.get()) : new ByteArrayInputStream(memory);
    }

    /** In bytes. */
    long length() {
        return length;
    }

    /** All of it; for what is known to be small. */
    byte[] bytes() throws IOException {
        try (InputStream all = open()) {
            return all.readAllBytes();
        }
    }

    @Override
    public void close() throws IOException {
        if (file.isPresent()) {
            file.get().close();
        }
    }

    private static long copy(InputStream body, OutputStream out, long left, long most) throws IOException {
        byte[] some = new byte[1 << 16];
        long copied = 0;
        while (true) {
            int count = body.read(some);
            if (count < 0) {
                return copied;
            }
            copied += count;
            if (copied > left) {
                throw tooLarge(most);
            }
            out.write(some, 0, count);
        }
    }

    private static void mustBeWhole(long length, long announced) throws IOException {
        if (announced >= 0 && length < announced) {
            throw new IOException("The body broke off");
        }
    }

    private static XapiProblem tooLarge(long most) {
        return new XapiProblem(413, Message.of("records.xapi.too-large").with("bytes", most));
    }

    /** Closed, it leaves the file open for whoever reads it once more. */
    private static final class Beginning extends FilterInputStream {

        Beginning(FileChannel file) throws IOException {
            super(Channels.newInputStream(file.position(0)));
        }

        @Override
        public void close() {
            // the body closes it
        }
    }
}
