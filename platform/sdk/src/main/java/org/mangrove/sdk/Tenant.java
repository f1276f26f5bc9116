package org.mangrove.sdk;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * One regional deployment of an enterprise, as far as rules and words depend on it.
 *
 * @param slug the name that people and addresses use, such as {@code acme-de}
 * @param zone where its personal data must stay, such as {@code eu}
 * @param languages in the tenant's order of preference; never empty
 * @param calendar a CLDR calendar, such as {@code gregorian} or {@code islamic-umalqura}
 * @param numberingSystem a CLDR numbering system, such as {@code latn} or {@code arab}
 * @param firstDayOfWeek the day on which calendars begin a week
 * @param jurisdictions ISO 3166 codes of the laws that hold there, the narrowest first: {@code DE-BE}, {@code DE}, {@code EU}
 */
public record Tenant(
        TenantId id,
        String slug,
        String zone,
        List<Locale> languages,
        ZoneId timeZone,
        String calendar,
        String numberingSystem,
        DayOfWeek firstDayOfWeek,
        Set<DayOfWeek> weekend,
        List<String> jurisdictions) {

    public Tenant {
        languages = List.copyOf(languages);
        weekend = Set.copyOf(weekend);
        jurisdictions = List.copyOf(jurisdictions);
        if (languages.isEmpty()) {
            throw new IllegalArgumentException("Tenant " + slug + " speaks no language");
        }
    }

    /** The language used where a person has chosen none. */
    public Locale language() {
        return languages.getFirst();
    }
}
