package org.mangrove.core.conversion;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * In which language a document is.
 *
 * @param wanted what somebody says who knows better than the document; empty if it is to be believed
 * @param spoken by the markets: Word says de-DE where a market speaks de
 * @param otherwise if nobody says anything
 */
public record LanguageChoice(Optional<Locale> wanted, List<Locale> spoken, Locale otherwise) {

    public LanguageChoice {
        spoken = List.copyOf(spoken);
    }

    /** @param said by the document, if anything */
    Locale of(Optional<Locale> said) {
        return wanted.or(() -> said.map(this::asSpoken)).orElse(otherwise);
    }

    private Locale asSpoken(Locale said) {
        Locale wider = Locale.of(said.getLanguage());
        return !spoken.contains(said) && spoken.contains(wider) ? wider : said;
    }
}
