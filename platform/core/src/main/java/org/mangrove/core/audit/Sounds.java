package org.mangrove.core.audit;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Opens sounds, frame by frame. */
final class Sounds {

    private static final int ID3_HEAD = 10;
    private static final int ID3V1 = 128;

    private static final int OGG_PAGE = 0x5367674F;
    private static final int OGG_HEAD = 27;
    private static final int OGG_SUM = 22;
    private static final int OGG_POLYNOMIAL = 0x04C11DB7;

    private static final int[] KBIT_OF_1 = {0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320};
    private static final int[] KBIT_OF_2 = {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160};
    private static final int[] HERTZ = {44_100, 48_000, 32_000};

    private Sounds() {}

    /** Layer III of MPEG 1, 2 and 2.5. What is behind the last frame may be a tag, and nothing else. */
    static MediaState mp3(ByteBuffer bytes) {
        ByteBuffer left = bytes.duplicate();
        if (left.remaining() > ID3_HEAD && left.get(0) == 'I' && left.get(1) == 'D' && left.get(2) == '3') {
            long tag = ID3_HEAD;
            tag += (left.get(6) & 0x7F) << 21
                    | (left.get(7) & 0x7F) << 14
                    | (left.get(8) & 0x7F) << 7
                    | left.get(9) & 0x7F;
            if (tag > left.limit()) {
                return MediaState.broken(MediaFault.CUT_OFF);
            }
            left.position((int) tag);
        }
        int frames = 0;
        while (left.remaining() >= 4 && !isTag(left)) {
            int length = frameLength(left.getInt(left.position()));
            if (length == 0) {
                return MediaState.broken(MediaFault.UNREADABLE);
            }
            if (length > left.remaining()) {
                return MediaState.broken(MediaFault.CUT_OFF);
            }
            left.position(left.position() + length);
            frames++;
        }
        return frames > 0 ? new MediaState.Whole() : MediaState.broken(MediaFault.CUT_OFF);
    }

    /** Page by page: each says how long it is, and what the sum of its bytes has to be. */
    static MediaState ogg(ByteBuffer bytes) {
        ByteBuffer left = bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        int pages = 0;
        while (left.hasRemaining()) {
            int at = left.position();
            if (left.remaining() < OGG_HEAD) {
                return MediaState.broken(MediaFault.CUT_OFF);
            }
            if (left.getInt(at) != OGG_PAGE || left.get(at + 4) != 0) {
                return MediaState.broken(MediaFault.UNREADABLE);
            }
            int segments = left.get(at + OGG_HEAD - 1) & 0xFF;
            int length = OGG_HEAD + segments;
            for (int segment = 0; segment < segments && at + OGG_HEAD + segment < left.limit(); segment++) {
                length += left.get(at + OGG_HEAD + segment) & 0xFF;
            }
            if (length > left.remaining()) {
                return MediaState.broken(MediaFault.CUT_OFF);
            }
            if (sum(left, at, length) != left.getInt(at + OGG_SUM)) {
                return MediaState.broken(MediaFault.DAMAGED);
            }
            left.position(at + length);
            pages++;
        }
        return pages > 1 ? new MediaState.Whole() : MediaState.broken(MediaFault.CUT_OFF);
    }

    /** CRC-32 as Ogg has it: not reflected, and with nothing where the sum itself stands. */
    private static int sum(ByteBuffer bytes, int from, int length) {
        int sum = 0;
        for (int at = 0; at < length; at++) {
            boolean isSum = at >= OGG_SUM && at < OGG_SUM + 4;
            sum ^= (isSum ? 0 : bytes.get(from + at) & 0xFF) << 24;
            for (int bit = 0; bit < 8; bit++) {
                sum = sum < 0 ? sum << 1 ^ OGG_POLYNOMIAL : sum << 1;
            }
        }
        return sum;
    }

    private static boolean isTag(ByteBuffer left) {
        int at = left.position();
        boolean isOld = left.remaining() == ID3V1 && left.get(at) == 'T' && left.get(at + 1) == 'A';
        return isOld || left.get(at) == 'A' && left.get(at + 1) == 'P' && left.get(at + 2) == 'E';
    }

    /** @return 0 if there is no frame */
    private static int frameLength(int head) {
        int version = head >>> 19 & 3;
        int layer = head >>> 17 & 3;
        int rate = head >>> 12 & 15;
        int frequency = head >>> 10 & 3;
        if (head >>> 21 != 0x7FF || version == 1 || layer != 1 || rate == 0 || rate == 15 || frequency == 3) {
            return 0;
        }
        boolean isOne = version == 3;
        int hertz = HERTZ[frequency] / (isOne ? 1 : version == 2 ? 2 : 4);
        int bits = (isOne ? KBIT_OF_1 : KBIT_OF_2)[rate] * 1_000;
        return (isOne ? 144 : 72) * bits / hertz + (head >>> 9 & 1);
    }
}
