package org.mangrove.journeys;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a governor fills in when a law changes. */
final class LawForm {

    /** Of a law that nobody else verifies anything for. */
    static final String REFERENCE = "MusterG § 7";

    /** Long before anybody notices. */
    static final LocalDate FAR_AHEAD = LocalDate.now(ZoneOffset.UTC).plusYears(2);

    private LawForm() {}

    static Map<String, List<String>> of(String reference, LocalDate effectiveOn) {
        return Map.of(
                "do", List.of("announce"),
                "title", List.of("Reports within a day"),
                "legalReference", List.of(reference),
                "jurisdictions", List.of("DE"),
                "says", List.of("What has happened is reported within a day."),
                "announcedIn", List.of("BGBl. 2026 I Nr. 200"),
                "effectiveOn", List.of(effectiveOn.toString()),
                "daysToLearn", List.of("30"));
    }

    /** The same as it stands in the body of a request. */
    static String query(String reference, LocalDate effectiveOn) {
        return of(reference, effectiveOn).entrySet().stream()
                .map(field -> field.getKey() + "="
                        + URLEncoder.encode(field.getValue().getFirst(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
