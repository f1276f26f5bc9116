package org.mangrove.launcher.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.mangrove.launcher.visit.Guest;

/**
 * One of the thirty markets of an invented enterprise.
 *
 * @param country its code by ISO 3166-1
 * @param names of the country, by the languages that are spoken there; the first is what readers get
 */
record DemoMarket(String country, String cell, String zoneId, Map<String, String> names, List<String> languages) {

    static final String ENTERPRISE = "meridian";

    static List<DemoMarket> thirty() {
        var markets = new ArrayList<DemoMarket>();
        markets.add(of("DE", "eu", "Europe/Berlin", "Germany", "de", "Deutschland"));
        markets.add(of("AT", "eu", "Europe/Vienna", "Austria", "de", "Österreich"));
        markets.add(of("CH", "eu", "Europe/Zurich", "Switzerland", "de", "der Schweiz"));
        markets.add(of("FR", "eu", "Europe/Paris", "France"));
        markets.add(of("ES", "eu", "Europe/Madrid", "Spain"));
        markets.add(of("IT", "eu", "Europe/Rome", "Italy"));
        markets.add(of("NL", "eu", "Europe/Amsterdam", "the Netherlands"));
        markets.add(of("BE", "eu", "Europe/Brussels", "Belgium"));
        markets.add(of("PL", "eu", "Europe/Warsaw", "Poland"));
        markets.add(of("CZ", "eu", "Europe/Prague", "Czechia"));
        markets.add(of("SE", "eu", "Europe/Stockholm", "Sweden"));
        markets.add(of("DK", "eu", "Europe/Copenhagen", "Denmark"));
        markets.add(of("NO", "eu", "Europe/Oslo", "Norway"));
        markets.add(of("FI", "eu", "Europe/Helsinki", "Finland"));
        markets.add(of("PT", "eu", "Europe/Lisbon", "Portugal"));
        markets.add(of("IE", "eu", "Europe/Dublin", "Ireland"));
        markets.add(of("GB", "eu", "Europe/London", "the United Kingdom"));
        markets.add(of("GR", "eu", "Europe/Athens", "Greece"));
        markets.add(of("HU", "eu", "Europe/Budapest", "Hungary"));
        markets.add(of("RO", "eu", "Europe/Bucharest", "Romania"));
        markets.add(of("SA", "sa", "Asia/Riyadh", "Saudi Arabia", "ar", "السعودية"));
        markets.add(of("AE", "sa", "Asia/Dubai", "the Emirates", "ar", "الإمارات"));
        markets.add(of("QA", "sa", "Asia/Qatar", "Qatar", "ar", "قطر"));
        markets.add(of("KW", "sa", "Asia/Kuwait", "Kuwait", "ar", "الكويت"));
        markets.add(of("EG", "sa", "Africa/Cairo", "Egypt", "ar", "مصر"));
        markets.add(of("MA", "sa", "Africa/Casablanca", "Morocco", "ar", "المغرب"));
        markets.add(of("JP", "jp", "Asia/Tokyo", "Japan", "ja", "日本"));
        markets.add(of("KR", "jp", "Asia/Seoul", "Korea"));
        markets.add(of("AU", "jp", "Australia/Sydney", "Australia"));
        markets.add(of("SG", "jp", "Asia/Singapore", "Singapore"));
        return List.copyOf(markets);
    }

    private static DemoMarket of(String country, String cell, String zoneId, String english) {
        return new DemoMarket(country, cell, zoneId, Map.of("en", english), List.of("en"));
    }

    private static DemoMarket of(
            String country, String cell, String zoneId, String english, String language, String own) {
        return new DemoMarket(country, cell, zoneId, Map.of("en", english, language, own), List.of(language, "en"));
    }

    String slug() {
        return ENTERPRISE + "-" + country.toLowerCase(Locale.ROOT);
    }

    String name(String language) {
        return names.getOrDefault(language, names.getOrDefault("en", country));
    }

    String readersLanguage() {
        return languages.getFirst();
    }

    /** Who writes there. */
    Guest author() {
        return new Guest("author-" + slug(), "Author", country, slug(), "learner, author", readersLanguage());
    }

    private String shown() {
        return languages.stream()
                .map(language ->
                        language + ": Meridian " + Locale.of("", country).getDisplayCountry(Locale.of(language)))
                .collect(Collectors.joining(", "));
    }

    /** As tenants-config has it. */
    String definition() {
        return """
                names: {%6$s}
                cell: %2$s
                languages: [%3$s]
                time-zone: %4$s
                calendar: gregorian
                numbering-system: latn
                first-day-of-week: monday
                weekend: [saturday, sunday]
                jurisdictions: [%1$s]
                legal-entities:
                  meridian:
                    name: Meridian %1$s
                    country: %1$s
                    works-council: false
                purposes:
                  - purpose: training-records
                    legal-entity: meridian
                    basis: contract
                    reference: an invented enterprise
                    retention-days: 365
                theme:
                  brand: "#0b5d7a"
                identity:
                  realm: meridian-%2$s
                  organization: %5$s
                  client: mangrove-%5$s
                  domains: [%5$s.example]
                """.formatted(country, cell, String.join(", ", languages), zoneId, slug(), shown());
    }
}
