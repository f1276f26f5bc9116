package org.mangrove.journeys;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** What a governor fills in where a course's locks and claims are. */
final class RulesForm {

    private RulesForm() {}

    /** A day on which whatever is verified now still holds. */
    static final String FAR_AHEAD = LocalDate.now(ZoneOffset.UTC).plusYears(5).toString();

    /** For the whole enterprise. @param target empty for the whole course, a block, or {@code block/field} */
    static Map<String, List<String>> lock(String target, String hold, int graceInDays) {
        return Map.of(
                "space", List.of("global"),
                "target", List.of(target),
                "hold", List.of(hold),
                "grace", List.of(String.valueOf(graceInDays)),
                "decider", List.of("Ingrid Falk"),
                "reason", List.of("One voice"));
    }

    /** @param target {@code block/field} */
    static Map<String, List<String>> claim(String target, String jurisdiction, String lastDay) {
        return claim(target, jurisdiction, lastDay, "Regulation (EU) 2016/679, Article 33");
    }

    /** @param reference to a place in a law */
    static Map<String, List<String>> claim(String target, String jurisdiction, String lastDay, String reference) {
        return Map.of(
                "target", List.of(target),
                "jurisdiction", List.of(jurisdiction),
                "legalReference", List.of(reference),
                "validUntil", List.of(lastDay));
    }
}
