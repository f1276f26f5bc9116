package org.mangrove.core.audit;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes Ogg as its specification (RFC 3533) has it, apart from how it is read: with a table of sums. */
final class OggPages {

    private OggPages() {}

    static byte[] sound(int pages) {
        var all = new ByteArrayOutputStream();
        for (int page = 0; page < pages; page++) {
            byte[] said = (page == 0 ? "OpusHead" : "page " + page).getBytes(StandardCharsets.US_ASCII);
            ByteBuffer bytes = ByteBuffer.allocate(28 + said.length).order(ByteOrder.LITTLE_ENDIAN);
            bytes.put("OggS".getBytes(StandardCharsets.US_ASCII));
            bytes.put((byte) 0)
                    .put((byte) (page == 0 ? 2 : 0))
                    .putLong(0)
                    .putInt(7)
                    .putInt(page);
            bytes.putInt(0).put((byte) 1).put((byte) said.length).put(said);
            bytes.putInt(22, sum(bytes.array()));
            all.writeBytes(bytes.array());
        }
        return all.toByteArray();
    }

    private static int sum(byte[] bytes) {
        var table = new int[256];
        for (int each = 0; each < table.length; each++) {
            int value = each << 24;
            for (int bit = 0; bit < 8; bit++) {
                value = (value & 0x8000_0000) != 0 ? value << 1 ^ 0x04C1_1DB7 : value << 1;
            }
            table[each] = value;
        }
        int sum = 0;
        for (byte each : bytes) {
            sum = sum << 8 ^ table[(sum >>> 24 ^ each) & 0xFF];
        }
        return sum;
    }
}
