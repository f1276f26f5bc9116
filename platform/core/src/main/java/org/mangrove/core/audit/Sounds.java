package org.mangrove.core.audit;

import java.nio.ByteBuffer;

/** Opens sounds, frame by frame. */
final class Sounds {

    private static final int ID3_HEAD = 10;
    private static final int ID3V1 = 128;

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
