package org.mangrove.core.xapi;

import java.io.IOException;
import java.io.InputStream;

/**
 * Bytes of a body, as long as they are UTF-8 without NUL and no more than agreed.
 *
 * <p>What comes before a wrong byte is given out first, so that whoever reads stands at the defect when it shows.
 */
final class StrictBytes extends InputStream {

    /** Why no more bytes are given out. */
    enum Stop {
        NOT_UTF_8,
        TOO_MANY
    }

    static final class Stopped extends IOException {
        private static final long serialVersionUID = 1L;

        private final Stop reason;

        Stopped(Stop reason) {
            super(reason.name());
            this.reason = reason;
        }

        Stop reason() {
            return reason;
        }
    }

    private final InputStream source;
    private long budget;
    private boolean wrong;

    /** How many bytes of the character that is being read are still to come, and between what the next one must be. */
    private int following;

    private int lowest;
    private int highest;

    StrictBytes(InputStream source, long budget) {
        this.source = source;
        this.budget = budget;
    }

    /** From here on so many bytes may come. */
    void allow(long bytes) {
        budget = bytes;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (wrong) {
            throw new Stopped(Stop.NOT_UTF_8);
        }
        if (length == 0) {
            return 0;
        }
        if (budget <= 0) {
            throw new Stopped(Stop.TOO_MANY);
        }
        int count = source.read(into, offset, (int) Math.min(length, budget));
        if (count < 0) {
            return -1;
        }
        budget -= count;
        int good = whole(into, offset, offset + count);
        wrong = good < count;
        if (wrong && good == 0) {
            throw new Stopped(Stop.NOT_UTF_8);
        }
        return good;
    }

    /** How many of the bytes come before the first wrong one. */
    private int whole(byte[] bytes, int from, int to) {
        for (int at = from; at < to; at++) {
            int next = bytes[at];
            if (following > 0) {
                int unsigned = next & 0xFF;
                if (unsigned < lowest || unsigned > highest) {
                    return at - from;
                }
                following--;
                lowest = 0x80;
                highest = 0xBF;
            } else if (next <= 0 && !begins(next & 0xFF)) {
                return at - from;
            }
        }
        return to - from;
    }

    /** Table 3-7 of the Unicode standard: well-formed sequences; no overlong forms, no surrogates, nothing above U+10FFFF. */
    private boolean begins(int lead) {
        lowest = 0x80;
        highest = 0xBF;
        if (lead >= 0xC2 && lead <= 0xDF) {
            following = 1;
        } else if (lead >= 0xE0 && lead <= 0xEF) {
            following = 2;
            lowest = lead == 0xE0 ? 0xA0 : 0x80;
            highest = lead == 0xED ? 0x9F : 0xBF;
        } else if (lead >= 0xF0 && lead <= 0xF4) {
            following = 3;
            lowest = lead == 0xF0 ? 0x90 : 0x80;
            highest = lead == 0xF4 ? 0x8F : 0xBF;
        } else {
            return false;
        }
        return true;
    }
}
