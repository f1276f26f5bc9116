package org.mangrove.core.forwarding;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.Optional;

/**
 * Where something lies: a JSON pointer (RFC 6901) into the statement, or, behind a dot, into the element at hand.
 */
record TemplatePlace(boolean ofElement, JsonPointer pointer) {

    /** Empty if it is none. */
    static Optional<TemplatePlace> read(String text) {
        boolean ofElement = text.startsWith(".");
        String pointer = ofElement ? text.substring(1) : text;
        if (!pointer.isEmpty() && !pointer.startsWith("/")) {
            return Optional.empty();
        }
        if (pointer.isEmpty() && !ofElement) {
            return Optional.empty();
        }
        return Optional.of(new TemplatePlace(ofElement, JsonPointer.compile(pointer)));
    }
}
