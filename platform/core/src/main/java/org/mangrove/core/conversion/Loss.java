package org.mangrove.core.conversion;

import java.util.Locale;
import org.mangrove.sdk.Message;

/** What of a document does not become part of a course, or not as it was. */
public enum Loss {
    SCRIPT,
    EVENT_HANDLER,
    STYLE,
    FRAME,
    FORM,
    NAVIGATION,
    MARKUP,
    LINK,
    PICTURE_ELSEWHERE,
    PICTURE_KIND,
    PICTURE_SIZE,
    PICTURE_WITHOUT_WORDS,
    FILM,
    DRAWING,
    EMBEDDED,
    MACRO,
    TABLE,
    TABLE_WITHOUT_CAPTION,
    FOOTNOTE,
    COMMENT,
    TRACKED_CHANGE,
    FORMULA,
    TEXT_BOX,
    RUNNING_HEAD,
    ANIMATION,
    HIDDEN_SLIDE,
    EMPHASIS;

    /** What was found, and what became of it. */
    public Message message() {
        return Message.of("conversion.loss." + word());
    }

    /** What somebody can do who wants to have it nevertheless. */
    public Message advice() {
        return Message.of("conversion.advice." + word());
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
