package org.mangrove.core.xapi;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.mangrove.core.refusal.Refusal.Invalid;

/**
 * The bytes of a multipart body (RFC 2046), given out up to the next boundary; never more of them in memory than a
 * buffer holds.
 */
final class PartBytes extends InputStream {

    private static final int BUFFER = 16 * 1024;

    /** What may follow a boundary on its line before the line ends. */
    private static final int LONGEST_PADDING = 100;

    /** What follows a boundary. */
    private enum Found {
        PART,
        END
    }

    private final InputStream source;
    private final byte[] delimiter;
    private final int[] skips;
    private final byte[] buffer = new byte[BUFFER];
    private int from;
    private int to;
    private boolean dry;

    /** Where the part ends in the buffer, if that is known, and where what follows it begins. */
    private int partEnd = -1;

    private int next;
    private Found found = Found.PART;
    private boolean over;

    PartBytes(InputStream source, String boundary) {
        this.source = source;
        this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
        this.skips = skips(delimiter);
        buffer[0] = '\r';
        buffer[1] = '\n';
        to = 2;
    }

    @Override
    public int read() throws IOException {
        return isAtEnd() ? -1 : buffer[from++] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (isAtEnd()) {
            return -1;
        }
        int count = Math.min(length, safe() - from);
        System.arraycopy(buffer, from, into, offset, count);
        from += count;
        return count;
    }

    /** Leaves out what remains of this part, and begins the next; false if this was the last. */
    boolean nextPart() throws IOException {
        if (over) {
            return false;
        }
        while (!isAtEnd()) {
            from = safe();
        }
        over = found == Found.END;
        if (!over) {
            from = next;
            partEnd = -1;
            search();
        }
        return !over;
    }

    /** Whether the boundary is reached; there is at least one byte of the part in the buffer if not. */
    private boolean isAtEnd() throws IOException {
        while (from == safe()) {
            if (partEnd >= 0) {
                return true;
            }
            fill();
            search();
        }
        return false;
    }

    /** Up to where the bytes in the buffer belong to this part for sure. */
    private int safe() {
        return partEnd >= 0 ? partEnd : Math.max(from, to - (delimiter.length + LONGEST_PADDING + 2) + 1);
    }

    private void fill() throws IOException {
        if (dry) {
            throw endsEarly();
        }
        System.arraycopy(buffer, from, buffer, 0, to - from);
        to -= from;
        from = 0;
        while (to < buffer.length && !dry) {
            int count = source.read(buffer, to, buffer.length - to);
            if (count < 0) {
                dry = true;
            } else {
                to += count;
            }
            if (to > delimiter.length + LONGEST_PADDING + 2) {
                return;
            }
        }
    }

    private void search() {
        int at = find(from);
        while (at >= 0) {
            if (isBoundary(at)) {
                partEnd = at;
                return;
            }
            at = find(at + 1);
        }
    }

    /** Whether the line ends after the delimiter, or says that it is the last. */
    private boolean isBoundary(int at) {
        int after = at + delimiter.length;
        if (after + 1 < to && buffer[after] == '-' && buffer[after + 1] == '-') {
            next = after + 2;
            found = Found.END;
            return true;
        }
        int end = after;
        while (end < to && end - after < LONGEST_PADDING && (buffer[end] == ' ' || buffer[end] == '\t')) {
            end++;
        }
        if (end + 1 < to && buffer[end] == '\r' && buffer[end + 1] == '\n') {
            next = end + 2;
            found = Found.PART;
            return true;
        }
        return false;
    }

    /** Where the delimiter is next, by Horspool's search; negative if it is not in the buffer. */
    private int find(int begin) {
        int last = delimiter.length - 1;
        for (int at = begin; at + last < to; at += skips[buffer[at + last] & 0xFF]) {
            int matched = last;
            while (matched >= 0 && buffer[at + matched] == delimiter[matched]) {
                matched--;
            }
            if (matched < 0) {
                return at;
            }
        }
        return -1;
    }

    private static int[] skips(byte[] delimiter) {
        var skips = new int[256];
        Arrays.fill(skips, delimiter.length);
        for (int at = 0; at < delimiter.length - 1; at++) {
            skips[delimiter[at] & 0xFF] = delimiter.length - 1 - at;
        }
        return skips;
    }

    private static Invalid endsEarly() {
        return Defect.multipart(Place.root(MultipartMixed.BODY), "ends-early");
    }
}
