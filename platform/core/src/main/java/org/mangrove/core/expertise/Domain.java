package org.mangrove.core.expertise;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What somebody is an expert in: a subject, and where, if it is not the same everywhere. Written {@code data-protection/DE}, or
 * {@code pedagogy}.
 */
public record Domain(String subject, Optional<String> place) {

    private static final Pattern SHAPE = Pattern.compile("([a-z][a-z0-9-]{1,39})(?:/([A-Z]{2}(?:-[A-Z0-9]{1,3})?))?");

    public static Optional<Domain> read(String text) {
        var parts = SHAPE.matcher(text);
        return parts.matches()
                ? Optional.of(new Domain(parts.group(1), Optional.ofNullable(parts.group(2))))
                : Optional.empty();
    }

    /** Whether somebody of this domain can be asked about the other: about the place itself, or if the subject is the same everywhere. */
    public boolean covers(Domain asked) {
        return subject.equals(asked.subject) && (place.isEmpty() || place.equals(asked.place));
    }

    public String text() {
        return subject + place.map(there -> "/" + there).orElse("");
    }
}
