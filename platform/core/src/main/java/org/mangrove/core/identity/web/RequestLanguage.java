package org.mangrove.core.identity.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which language to answer in: the person's choice, then the first of the tenant or the enterprise; what the browser asks for
 * where neither is addressed.
 *
 * <p>Nobody is answered in a language of the browser that the tenant does not speak: its own words would be missing.
 */
final class RequestLanguage {

    /** Those that the platform itself speaks. */
    static final List<Locale> OF_THE_PLATFORM =
            List.of(Locale.ENGLISH, Locale.GERMAN, Locale.forLanguageTag("ar"), Locale.JAPANESE);

    /** Made from English to try pages with; never offered, and never stored. */
    private static final List<Locale> PSEUDO = List.of(Locale.forLanguageTag("en-XA"), Locale.forLanguageTag("ar-XB"));

    private RequestLanguage() {}

    static Locale of(
            Optional<Locale> stored,
            Optional<String> inCookie,
            List<Locale> ofTheHouse,
            Optional<String> ofTheBrowser) {
        List<Locale> offered = ofTheHouse.isEmpty() ? OF_THE_PLATFORM : ofTheHouse;
        Optional<Locale> chosen = stored.or(() -> inCookie.map(Locale::forLanguageTag)
                .filter(choice ->
                        offered.contains(choice) || OF_THE_PLATFORM.contains(choice) || PSEUDO.contains(choice)));
        return chosen.orElseGet(() -> ofTheHouse.isEmpty() ? browsers(ofTheBrowser, offered) : ofTheHouse.getFirst());
    }

    private static Locale browsers(Optional<String> asked, List<Locale> offered) {
        try {
            return asked.map(Locale.LanguageRange::parse)
                    .flatMap(ranges -> Optional.ofNullable(Locale.lookup(ranges, offered)))
                    .orElse(offered.getFirst());
        } catch (IllegalArgumentException nonsense) {
            return offered.getFirst();
        }
    }
}
