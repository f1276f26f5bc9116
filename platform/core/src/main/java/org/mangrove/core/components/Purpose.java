package org.mangrove.core.components;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a component is for, in words that are the same for all: two with the same word in the same market overlap. */
public enum Purpose {
    LEARNING_PLATFORM,
    AUTHORING,
    VIDEO,
    ASSESSMENT,
    LIVE_TEACHING,
    TRANSLATION,
    RECORDS,
    ANALYSIS,
    PEOPLE_DATA,
    COLLABORATION,
    LIBRARY,
    MARKET_RULES,
    MARKET_CONTENT;

    /** As files and messages call it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Purpose> find(String word) {
        return Stream.of(values())
                .filter(purpose -> purpose.word().equals(word))
                .findFirst();
    }
}
