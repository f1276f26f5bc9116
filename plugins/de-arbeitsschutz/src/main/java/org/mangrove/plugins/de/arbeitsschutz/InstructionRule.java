package org.mangrove.plugins.de.arbeitsschutz;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.mangrove.sdk.Market;
import org.mangrove.sdk.Message;
import org.mangrove.sdk.assignment.Assignment;
import org.mangrove.sdk.assignment.AssignmentRule;
import org.mangrove.sdk.assignment.Worker;
import org.pf4j.Extension;

/**
 * Everybody is instructed before work begins, and again at least once a year; young workers at least every half year.
 *
 * <p>A tenant whose risk assessment asks for more says so in the setting {@code interval-months}; it can shorten the
 * interval and never lengthen it. With {@code young-unless-known} people whose age nobody has said count as young.
 */
@Extension
public class InstructionRule implements AssignmentRule {

    private static final int MONTHS = 12;
    private static final int MONTHS_FOR_THE_YOUNG = 6;
    private static final String LAW = "§ 12 Abs. 1 ArbSchG; § 4 Abs. 1 DGUV Vorschrift 1";
    private static final String LAW_FOR_THE_YOUNG = "§ 29 Abs. 1 und 2 JArbSchG";

    @Override
    public List<Assignment> assignments(Market market, Worker worker) {
        boolean young = isYoung(market, worker);
        int demanded = young ? MONTHS_FOR_THE_YOUNG : MONTHS;
        int months = Math.clamp(market.settings().number("interval-months", demanded), 1, demanded);
        Optional<LocalDate> last = worker.lastCompletion(InstructionCourse.KEY);
        LocalDate due = last.map(day -> day.plusMonths(months)).orElse(worker.employedSince());
        return List.of(new Assignment(
                InstructionCourse.KEY,
                due,
                Period.ofMonths(months),
                young ? LAW_FOR_THE_YOUNG : LAW,
                reason(last.isPresent(), young, months)));
    }

    private static boolean isYoung(Market market, Worker worker) {
        return switch (worker.ageGroup()) {
            case YOUNG -> true;
            case ADULT -> false;
            case UNKNOWN -> market.settings().flag("young-unless-known", false);
        };
    }

    private static Message reason(boolean again, boolean young, int months) {
        if (!again) {
            return Message.of("de-arbeitsschutz.before-work-begins");
        }
        return Message.of(young ? "de-arbeitsschutz.again-when-young" : "de-arbeitsschutz.again")
                .with("months", months);
    }
}
