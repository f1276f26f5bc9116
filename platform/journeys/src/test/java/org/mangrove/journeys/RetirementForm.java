package org.mangrove.journeys;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** How a master is given up, and how a market decides about it. */
final class RetirementForm {

    private static final Pattern SEEN = Pattern.compile("name=\"retirement\" value=\"([0-9a-f-]{36})\"");

    private RetirementForm() {}

    /** Long before a learner notices. */
    static final LocalDate FAR_AHEAD = LocalDate.now(ZoneOffset.UTC).plusYears(3);

    /** When a market looks again at what it keeps. */
    static final String REVIEW = LocalDate.now(ZoneOffset.UTC).plusDays(200).toString();

    /** @param successor the key of a master, or nothing */
    static Map<String, List<String>> of(LocalDate since, String grounds, String successor) {
        return Map.of(
                "since", List.of(since.toString()),
                "lastDay", List.of(since.plusDays(30).toString()),
                "grounds", List.of(grounds),
                "successor", List.of(successor),
                "reason", List.of("There is a better one"));
    }

    /** Decides as somebody does who has just looked at the page. @param more such as {@code replacement} */
    static Answer decide(LocalTexts desk, String choice, Map<String, String> more) {
        var form = new HashMap<String, List<String>>();
        form.put("retirement", List.of(desk.page().find(SEEN)));
        form.put("choice", List.of(choice));
        form.put("reason", List.of("It is right for us"));
        more.forEach((name, value) -> form.put(name, List.of(value)));
        return desk.author().send(desk.place() + "/retirement", form);
    }

    static Map<String, List<String>> because(String reason) {
        return Map.of("reason", List.of(reason));
    }
}
