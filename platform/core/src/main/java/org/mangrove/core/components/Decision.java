package org.mangrove.core.components;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What was decided about a component. */
public enum Decision {
    /** It was in use before there was a register, and nobody has said yet what for. */
    TO_COMPLETE,
    /** Tried until a day. */
    TRIAL,
    ADOPTED,
    REFUSED,
    ENDED;

    /** As files, addresses and messages call it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Decision> find(String word) {
        return Stream.of(values())
                .filter(decision -> decision.word().equals(word))
                .findFirst();
    }
}
