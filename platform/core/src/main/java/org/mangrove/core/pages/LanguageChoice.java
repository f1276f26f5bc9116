package org.mangrove.core.pages;

import java.util.Locale;

/**
 * A language that somebody can choose.
 *
 * @param name what the language calls itself
 */
public record LanguageChoice(Locale locale, String name, boolean current) {

    public String tag() {
        return locale.toLanguageTag();
    }

    public Direction direction() {
        return Direction.of(locale);
    }
}
