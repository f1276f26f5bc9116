package org.mangrove.core.records.web;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.mangrove.sdk.Message;

/**
 * A body that has been read to its end: in memory if it is small, else in a file that is deleted when this is closed. So
 * nothing is begun for whoever sends slowly, or breaks off.
 */
final class SpooledBody implements AutoCloseable {

    private static final int IN_MEMORY = 1 << 20;

    private final byte[] memory;
    private final Optional<Path> file;
    private final long length;

    private SpooledBody(byte[] memory, Optional<Path> file, long length) {
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
        byte[] beginning = body.readNBytes((int) Math.min(IN_MEMORY, most) + 1);
        if (beginning.length <= Math.min(IN_MEMORY, most)) {
            mustBeWhole(beginning.length, announced);
            return new SpooledBody(beginning, Optional.empty(), beginning.length);
        }
        Path file = Files.createTempFile("mangrove-xapi", ".body");
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(beginning);
            long length = beginning.length + copy(body, out, most - beginning.length, most);
            mustBeWhole(length, announced);
            return new SpooledBody(new byte[0], Optional.of(file), length);
        } catch (IOException | RuntimeException broken) {
            Files.deleteIfExists(file);
            throw broken;
        }
    }

    InputStream open() throws IOException {
        return file.isPresent() ? Files.newInputStream(file.get()) : new ByteArrayInputStream(memory);
    }

    /** In bytes. */
    long length() {
        return length;
    }

    /** All of it; for what is known to be small. */
    byte[] bytes() throws IOException {
        try (InputStream all = open();
                var bytes = new ByteArrayOutputStream((int) length)) {
            all.transferTo(bytes);
            return bytes.toByteArray();
        }
    }

    @Override
    public void close() throws IOException {
        if (file.isPresent()) {
            Files.deleteIfExists(file.get());
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
}
