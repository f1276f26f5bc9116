package org.mangrove.core.quality;

import static org.mangrove.core.quality.CriterionKind.LICENCES;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mangrove.core.content.MediaCredit;
import org.mangrove.core.content.ShownFile;
import org.mangrove.core.content.TextCredit;

/** Whether each file may be shown, and what others have written may be said, and for how long. */
final class Rights {

    private Rights() {}

    static void look(Subject subject, Tally tally) {
        subject.version().facts().textCredit().ifPresent(credit -> look(subject, credit, tally));
        Map<String, MediaCredit> credits = subject.version().facts().credits().stream()
                .collect(Collectors.toMap(MediaCredit::digest, Function.identity(), (first, same) -> first));
        for (ShownFile file : subject.candidate().files().values()) {
            Tally.Look look = tally.look(LICENCES, Place.of("", file.name(), ""));
            MediaCredit credit = credits.get(file.digest());
            if (credit == null) {
                look.against(Shortcoming.LICENCE_MISSING, Map.of("file", file.name()));
                continue;
            }
            if (!subject.rubric().licences().contains(credit.licence())) {
                look.against(
                        Shortcoming.LICENCE_UNKNOWN,
                        Map.of(
                                "file",
                                file.name(),
                                "licence",
                                credit.licence(),
                                "allowed",
                                String.join(", ", subject.rubric().licences())));
            }
            credit.until()
                    .filter(day -> day.isBefore(subject.today()))
                    .ifPresent(day -> look.against(Shortcoming.LICENCE_OVER, Map.of("file", file.name(), "day", day)));
        }
    }

    private static void look(Subject subject, TextCredit credit, Tally tally) {
        Tally.Look look = tally.look(LICENCES, Place.COURSE);
        List<String> allowed = subject.rubric().licences();
        if (!allowed.contains(credit.licence())) {
            look.against(
                    Shortcoming.TEXT_LICENCE_UNKNOWN,
                    Map.of("licence", credit.licence(), "allowed", String.join(", ", allowed)));
        }
        credit.until()
                .filter(day -> day.isBefore(subject.today()))
                .ifPresent(day ->
                        look.against(Shortcoming.TEXT_LICENCE_OVER, Map.of("source", credit.source(), "day", day)));
    }
}
