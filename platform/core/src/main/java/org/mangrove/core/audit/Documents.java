package org.mangrove.core.audit;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.mangrove.core.blobs.OfficeFile;

/** Opens documents that readers take along, as far as to see that they are all there. */
final class Documents {

    /** Behind the mark of the end may stand no more than this. */
    private static final int TAIL = 1_024;

    private Documents() {}

    static MediaState pdf(ByteBuffer bytes) {
        if (!text(bytes, 0, 5).equals("%PDF-")) {
            return MediaState.broken(MediaFault.UNREADABLE);
        }
        return text(bytes, Math.max(0, bytes.limit() - TAIL), bytes.limit()).contains("%%EOF")
                ? new MediaState.Whole()
                : MediaState.broken(MediaFault.CUT_OFF);
    }

    /** The list of what is in an archive stands at its end: if that is there, all before it is. */
    static MediaState office(ByteBuffer bytes) {
        if (!text(bytes, 0, 2).equals("PK")) {
            return MediaState.broken(MediaFault.UNREADABLE);
        }
        return OfficeFile.names(bytes).isPresent() ? new MediaState.Whole() : MediaState.broken(MediaFault.CUT_OFF);
    }

    static MediaState csv(ByteBuffer bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(bytes.duplicate());
            return new MediaState.Whole();
        } catch (CharacterCodingException binary) {
            return MediaState.broken(MediaFault.UNREADABLE);
        }
    }

    private static String text(ByteBuffer bytes, int from, int to) {
        var some = new byte[Math.max(0, Math.min(to, bytes.limit()) - from)];
        bytes.duplicate().position(from).get(some);
        return new String(some, StandardCharsets.ISO_8859_1);
    }
}
