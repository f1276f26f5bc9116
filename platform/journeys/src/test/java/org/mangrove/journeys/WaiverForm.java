package org.mangrove.journeys;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** What a governor fills in who does not insist on a criterion. */
final class WaiverForm {

    static final String LAST_DAY = LocalDate.now(ZoneOffset.UTC).plusDays(30).toString();

    private WaiverForm() {}

    static Map<String, List<String>> of(String criterion) {
        return Map.of(
                "criterion", List.of(criterion),
                "reason", List.of("The new pictures come next week."),
                "lastDay", List.of(LAST_DAY));
    }
}
