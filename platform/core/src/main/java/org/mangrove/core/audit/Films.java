package org.mangrove.core.audit;

import java.nio.ByteBuffer;

/** Opens films: whether their containers are whole, with a head that says what is in them and something in them. */
final class Films {

    private static final int FTYP = 0x66747970;
    private static final int MOOV = 0x6D6F6F76;
    private static final int MDAT = 0x6D646174;
    private static final int MOOF = 0x6D6F6F66;

    private static final long EBML = 0x1A45DFA3L;
    private static final long SEGMENT = 0x18538067L;
    private static final long TRACKS = 0x1654AE6BL;
    private static final long CLUSTER = 0x1F43B675L;

    private Films() {}

    /** The size of 0 goes to the end of the file, that of 1 is written behind the kind. */
    static MediaState mp4(ByteBuffer bytes) {
        ByteBuffer left = bytes.duplicate();
        boolean hasHead = false;
        boolean hasContent = false;
        for (boolean isFirst = true; left.hasRemaining(); isFirst = false) {
            int start = left.position();
            long size = left.getInt() & 0xFFFFFFFFL;
            int kind = left.getInt();
            if (isFirst && kind != FTYP) {
                return MediaState.broken(MediaFault.UNREADABLE);
            }
            if (size == 1) {
                size = left.getLong();
            } else if (size == 0) {
                size = (long) left.limit() - start;
            }
            if (size < 8) {
                return MediaState.broken(MediaFault.UNREADABLE);
            }
            if (size > left.limit() - start) {
                return MediaState.broken(MediaFault.CUT_OFF);
            }
            hasHead |= kind == MOOV;
            hasContent |= (kind == MDAT || kind == MOOF) && size > 8;
            left.position((int) (start + size));
        }
        return hasHead && hasContent ? new MediaState.Whole() : MediaState.broken(MediaFault.CUT_OFF);
    }

    /** Who streams does not know how long a segment or a cluster will be: it then goes to the next one, or to the end. */
    static MediaState webm(ByteBuffer bytes) {
        ByteBuffer left = bytes.duplicate();
        if (id(left) != EBML) {
            return MediaState.broken(MediaFault.UNREADABLE);
        }
        Size head = size(left);
        if (head.isUnknown() || head.bytes() > left.remaining()) {
            return MediaState.broken(MediaFault.CUT_OFF);
        }
        left.position((int) (left.position() + head.bytes()));
        if (id(left) != SEGMENT) {
            return MediaState.broken(MediaFault.UNREADABLE);
        }
        Size segment = size(left);
        if (!segment.isUnknown() && segment.bytes() > left.remaining()) {
            return MediaState.broken(MediaFault.CUT_OFF);
        }
        boolean hasTracks = false;
        boolean hasContent = false;
        long end = segment.isUnknown() ? left.limit() : left.position() + segment.bytes();
        while (left.position() < end) {
            long id = id(left);
            Size size = size(left);
            hasTracks |= id == TRACKS;
            hasContent |= id == CLUSTER && (size.isUnknown() || size.bytes() > 0);
            if (!size.isUnknown()) {
                if (size.bytes() > left.remaining()) {
                    return MediaState.broken(MediaFault.CUT_OFF);
                }
                left.position((int) (left.position() + size.bytes()));
            }
        }
        return hasTracks && hasContent ? new MediaState.Whole() : MediaState.broken(MediaFault.CUT_OFF);
    }

    private record Size(long bytes, boolean isUnknown) {}

    /** With the bits that say how long it is. */
    private static long id(ByteBuffer left) {
        int first = left.get() & 0xFF;
        int more = Integer.numberOfLeadingZeros(first) - 24;
        long id = first;
        for (int at = 0; at < Math.min(more, 3); at++) {
            id = id << 8 | (left.get() & 0xFF);
        }
        return id;
    }

    private static Size size(ByteBuffer left) {
        int first = left.get() & 0xFF;
        int more = Integer.numberOfLeadingZeros(first) - 24;
        if (more > 7) {
            return new Size(Long.MAX_VALUE, false);
        }
        long size = first & (0xFF >> (more + 1));
        for (int at = 0; at < more; at++) {
            size = size << 8 | (left.get() & 0xFF);
        }
        return new Size(size, size == (1L << (7 * (more + 1))) - 1);
    }
}
