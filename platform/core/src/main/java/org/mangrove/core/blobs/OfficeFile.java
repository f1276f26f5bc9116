package org.mangrove.core.blobs;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A document of an office program, told from other archives by the list of what is in it. Nothing is unpacked, so that nothing can
 * grow.
 */
public final class OfficeFile {

    private static final int END = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int LONGEST_COMMENT = 65_535;
    private static final int ENTRY = 0x02014b50;
    private static final int ENTRY_LENGTH = 46;
    private static final int LOCAL = 0x04034b50;

    private OfficeFile() {}

    /**
     * Whether it is one, and holds no program: a file with macros has another ending.
     *
     * @param folder where documents of this kind keep what they say, such as {@code word/}
     */
    static boolean is(byte[] bytes, String folder) {
        return names(ByteBuffer.wrap(bytes))
                .filter(names -> names.contains("[content_types].xml"))
                .filter(names -> names.stream().anyMatch(name -> name.startsWith(folder)))
                .filter(names -> names.stream().noneMatch(name -> name.endsWith("vbaproject.bin")))
                .isPresent();
    }

    /** The names of what is in it, in small letters; empty if it is no archive, or not a whole one. */
    public static Optional<Set<String>> names(ByteBuffer bytes) {
        ByteBuffer zip = bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        if (zip.limit() < END_LENGTH || zip.getInt(0) != LOCAL) {
            return Optional.empty();
        }
        for (int end = zip.limit() - END_LENGTH;
                end >= Math.max(0, zip.limit() - END_LENGTH - LONGEST_COMMENT);
                end--) {
            if (zip.getInt(end) == END) {
                return listed(zip, Short.toUnsignedInt(zip.getShort(end + 10)), zip.getInt(end + 16), end);
            }
        }
        return Optional.empty();
    }

    private static Optional<Set<String>> listed(ByteBuffer zip, int count, int from, int end) {
        var names = new HashSet<String>();
        long at = Integer.toUnsignedLong(from);
        for (int entry = 0; entry < count; entry++) {
            if (at + ENTRY_LENGTH > end || zip.getInt((int) at) != ENTRY) {
                return Optional.empty();
            }
            int length = Short.toUnsignedInt(zip.getShort((int) at + 28));
            int extra = Short.toUnsignedInt(zip.getShort((int) at + 30));
            int comment = Short.toUnsignedInt(zip.getShort((int) at + 32));
            if (at + ENTRY_LENGTH + length > end) {
                return Optional.empty();
            }
            var name = new ByteArrayOutputStream(length);
            for (int each = 0; each < length; each++) {
                name.write(zip.get((int) at + ENTRY_LENGTH + each));
            }
            names.add(name.toString(StandardCharsets.UTF_8).toLowerCase(Locale.ROOT));
            at += ENTRY_LENGTH + length + extra + (long) comment;
        }
        return names.isEmpty() ? Optional.empty() : Optional.of(names);
    }
}
