package org.mangrove.core.blobs;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is sent of a file to somebody who asks for a part of it by HTTP, as players of films do. What is not understood is answered with all of
 * it, as HTTP allows; so are several parts at once.
 *
 * @param status of the answer: all of it, a part of it, or no such part
 * @param first of the bytes that are sent, counted from 0
 * @param length how many are sent
 * @param whole how many there are
 */
public record ByteRange(int status, long first, long length, long whole) {

    private static final int ALL = 200;
    private static final int PART = 206;
    private static final int NO_SUCH_PART = 416;
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d{0,15})-(\\d{0,15})");
    private static final int BUFFER = 64 * 1024;

    /** @param header {@code Range} */
    public static ByteRange of(Optional<String> header, long whole) {
        Optional<Matcher> asked = header.map(RANGE::matcher)
                .filter(Matcher::matches)
                .filter(parts -> !parts.group(1).isEmpty() || !parts.group(2).isEmpty());
        if (asked.isEmpty()) {
            return new ByteRange(ALL, 0, whole, whole);
        }
        String from = asked.get().group(1);
        String to = asked.get().group(2);
        long first = from.isEmpty() ? Math.max(0, whole - Long.parseLong(to)) : Long.parseLong(from);
        long last = from.isEmpty() || to.isEmpty() ? whole - 1 : Math.min(Long.parseLong(to), whole - 1);
        return first > last
                ? new ByteRange(NO_SUCH_PART, 0, 0, whole)
                : new ByteRange(PART, first, last - first + 1, whole);
    }

    /** The header of the answer; empty if all of it is sent. */
    public Optional<String> contentRange() {
        return switch (status) {
            case PART -> Optional.of("bytes %d-%d/%d".formatted(first, first + length - 1, whole));
            case NO_SUCH_PART -> Optional.of("bytes */" + whole);
            default -> Optional.empty();
        };
    }

    /** @param in all of the file */
    public void copy(InputStream in, OutputStream out) throws IOException {
        if (length == 0) {
            return;
        }
        in.skipNBytes(first);
        var buffer = new byte[BUFFER];
        long left = length;
        while (left > 0) {
            int count = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (count < 0) {
                return;
            }
            out.write(buffer, 0, count);
            left -= count;
        }
    }
}
