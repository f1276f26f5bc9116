package org.mangrove.core.localization;

import java.util.Locale;

/**
 * How a market shows people's names: which part comes first, what stands between them, which honorific is added.
 *
 * <p>{@link #cldr()} follows CLDR; a plugin of a market may know better.
 */
@FunctionalInterface
public interface NameCustom {

    /**
     * @param locale the language of the text in which the name will stand
     * @param family may be empty: not everybody has one
     */
    String show(Locale locale, String given, String family);

    /** What CLDR knows of names: family first for Japanese names, no space between names in Han characters, and so on. */
    static NameCustom cldr() {
        return CldrNames::show;
    }
}
