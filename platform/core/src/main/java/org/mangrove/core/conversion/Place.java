package org.mangrove.core.conversion;

import java.util.Locale;
import org.mangrove.sdk.Message;

/** Where in a document something stands, as whoever wrote it counts: from one. */
public record Place(Unit unit, int number) {

    /** Not at one place, but all over the document. */
    public static final Place EVERYWHERE = new Place(Unit.DOCUMENT, 0);

    /** What is counted. */
    public enum Unit {
        DOCUMENT,
        LINE,
        PARAGRAPH,
        SLIDE
    }

    static Place line(int number) {
        return new Place(Unit.LINE, number);
    }

    static Place paragraph(int number) {
        return new Place(Unit.PARAGRAPH, number);
    }

    static Place slide(int number) {
        return new Place(Unit.SLIDE, number);
    }

    public Message message() {
        return Message.of("conversion.place." + unit.name().toLowerCase(Locale.ROOT))
                .with("number", number);
    }
}
