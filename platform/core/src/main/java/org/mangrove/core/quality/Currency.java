package org.mangrove.core.quality;

import static org.mangrove.core.quality.CriterionKind.CLAIMS_IN_TIME;
import static org.mangrove.core.quality.CriterionKind.PAST_YEARS;
import static org.mangrove.core.quality.CriterionKind.REVIEW_DATE;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.mangrove.core.lineage.Claim;

/** Whether the course is of today, and somebody will see to it that it stays so. */
final class Currency {

    /** A year, and neither a part of a longer number nor of the number of a law, such as 2016/679. */
    private static final Pattern YEAR =
            Pattern.compile("(?<![\\d.,€$£/]|\\d[-])(19[5-9]\\d|20\\d\\d)(?![\\d/]|[.,]\\d)");

    /** A day as German and English write it, whose year stands behind a dot or a slash. */
    private static final Pattern DAY =
            Pattern.compile("(?<!\\d)\\d{1,2}[./]\\s?\\d{1,2}[./]\\s?(19[5-9]\\d|20\\d\\d)(?!\\d)");

    private static final Pattern ERA = Pattern.compile("(令和|平成|昭和)(\\d{1,2}|元)年");

    private Currency() {}

    static void look(Subject subject, Tally tally) {
        lookAtReview(subject, tally);
        subject.texts((place, text) -> {
            Tally.Look look = tally.look(PAST_YEARS, place);
            for (int year : years(Digits.latin(text))) {
                if (year < subject.today().getYear()) {
                    look.against(Shortcoming.YEAR_OVER, Map.of("year", String.valueOf(year)));
                }
            }
        });
        int days = subject.criterion(CLAIMS_IN_TIME).parameter("days");
        for (Claim claim : subject.claimsOfTexts()) {
            LocalDate last = lastDay(claim);
            Tally.Look look = tally.look(CLAIMS_IN_TIME, Place.of(claim.block(), claim.field(), ""));
            if (last.isBefore(subject.today())) {
                look.isToldElsewhere();
            } else if (last.isBefore(subject.today().plusDays(days))) {
                look.against(Shortcoming.CLAIM_RUNS_OUT, Map.of("day", last, "reference", claim.legalReference()));
            }
        }
    }

    private static void lookAtReview(Subject subject, Tally tally) {
        LocalDate due = subject.version().facts().reviewDue();
        int months = subject.criterion(REVIEW_DATE).parameter("most-months");
        Tally.Look look = tally.look(REVIEW_DATE, Place.of("", "review-due", ""));
        if (!due.isAfter(subject.today())) {
            look.against(Shortcoming.REVIEW_OVER, Map.of("day", due));
        } else if (due.isAfter(subject.today().plusMonths(months))) {
            look.against(Shortcoming.REVIEW_TOO_FAR, Map.of("day", due, "months", months));
        }
    }

    /** The day before the one from which nobody may rely on it. */
    static LocalDate lastDay(Claim claim) {
        return LocalDate.ofInstant(claim.validUntil(), ZoneOffset.UTC).minusDays(1);
    }

    static TreeSet<Integer> years(String text) {
        var years = new TreeSet<Integer>();
        YEAR.matcher(text).results().forEach(found -> years.add(Integer.parseInt(found.group(1))));
        DAY.matcher(text).results().forEach(found -> years.add(Integer.parseInt(found.group(1))));
        ERA.matcher(text).results().forEach(found -> years.add(ofEra(found)));
        return years;
    }

    private static int ofEra(MatchResult found) {
        int begins = switch (found.group(1)) {
            case "令和" -> 2019;
            case "平成" -> 1989;
            default -> 1926;
        };
        return begins + (found.group(2).equals("元") ? 0 : Integer.parseInt(found.group(2)) - 1);
    }
}
