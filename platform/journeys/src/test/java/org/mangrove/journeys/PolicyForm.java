package org.mangrove.journeys;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What is filled in where policies are. */
final class PolicyForm {

    /** That everybody may choose a figure as they like. */
    static final String LOCK =
            "subject=byte-budget/line-kilobits&hold=OPEN&space=global&grace=0&decider=Ingrid+Falk&reason=Any+line";

    private static final String NEXT_YEAR =
            LocalDate.now(ZoneOffset.UTC).plusYears(1).toString();

    private PolicyForm() {}

    static Map<String, List<String>> lock(String subject, String hold) {
        return Map.of(
                "subject", List.of(subject),
                "hold", List.of(hold),
                "space", List.of("global"),
                "grace", List.of("0"),
                "decider", List.of("Ingrid Falk"),
                "reason", List.of("One measure"));
    }

    /** A figure of a space's own. @param seen the revision that was looked at */
    static Map<String, List<String>> figure(String seen, String subject, String value, String until) {
        return Map.of(
                "seen", List.of(seen),
                "subject", List.of(subject),
                "value", List.of(value),
                "reason", List.of("Our readers"),
                "until", List.of(until));
    }

    /** The next version, with all figures. */
    static Map<String, List<String>> version(String seen, Map<String, String> figures) {
        var form = new HashMap<String, List<String>>();
        form.put("seen", List.of(seen));
        form.put("change", List.of("MAJOR"));
        form.put("owner", List.of("Head of learning"));
        form.put("steward", List.of("Learning team"));
        form.put("objective", List.of("Everybody understands"));
        form.put("reviewDue", List.of(NEXT_YEAR));
        form.put("reason", List.of("We want more"));
        figures.forEach((subject, value) -> form.put(subject, List.of(value)));
        return form;
    }

    /** A version of the deadlines in which only the owner is another, each time. */
    static String anExample() {
        var figures = new LinkedHashMap<String, String>();
        figures.put("decide/regulatory", "0");
        figures.put("decide/major", "30");
        figures.put("decide/minor", "90");
        figures.put("decide/cosmetic", "180");
        figures.put("decide/retirement", "30");
        figures.put("decide/agreement", "14");
        figures.put("review/kept", "0");
        figures.put("review/soon", "60");
        figures.put("review/steward", "7");
        figures.put("review/governor", "21");
        return "seen={version-seen}&change=MINOR&owner={new-owner}&steward=Learning+team&objective=No+waiting&reason=Other&reviewDue="
                + NEXT_YEAR + "&"
                + figures.entrySet().stream()
                        .map(figure -> figure.getKey() + "=" + figure.getValue())
                        .collect(Collectors.joining("&"));
    }
}
