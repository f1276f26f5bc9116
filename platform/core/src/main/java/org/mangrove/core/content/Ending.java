package org.mangrove.core.content;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What it means in one market that a master is given up. It is worked out of what was announced above, what was decided here and
 * which day it is, and of nothing else; so no job has to be run when a day comes.
 *
 * @param choice what the market has decided about this retirement
 * @param replacement the key of the course that takes its place here
 */
public record Ending(Retirement retirement, Optional<LocalChoice> choice, Stage stage, Optional<String> replacement) {

    /** How far it has come. */
    public enum Stage {
        /** It is offered as before, until its day. */
        ANNOUNCED,
        /** Nobody begins it any more; whoever has begun may finish. */
        CLOSED,
        /** Nobody goes on with it. */
        OVER,
        /** The market keeps it as its own. */
        KEPT
    }

    /**
     * Where nobody has decided it is as if the market went with it: nobody begins it, whoever is in the middle may finish, and
     * nothing is deleted.
     *
     * @param decided what the market has decided, also if that was about another retirement of the same course
     * @param isKept whether the market holds a course of its own in its place
     * @param today in the market
     */
    public static Ending of(Retirement retirement, Optional<LocalChoice> decided, boolean isKept, LocalDate today) {
        Optional<LocalChoice> choice =
                decided.filter(there -> there.retirement().equals(retirement.id()));
        return new Ending(
                retirement,
                choice,
                stage(retirement, isKept, today),
                choice.flatMap(LocalChoice::replacement).or(retirement::successor));
    }

    private static Stage stage(Retirement retirement, boolean isKept, LocalDate today) {
        if (isKept && !retirement.endsByLaw()) {
            return Stage.KEPT;
        }
        if (!retirement.holdsOn(today)) {
            return Stage.ANNOUNCED;
        }
        return today.isAfter(retirement.lastDay()) ? Stage.OVER : Stage.CLOSED;
    }

    /** Whether somebody who has not begun may begin. */
    public boolean letsBegin() {
        return stage == Stage.ANNOUNCED || stage == Stage.KEPT;
    }

    /** Whether somebody who has begun may go on. */
    public boolean letsGoOn() {
        return stage != Stage.OVER;
    }

    /** Whether the market has to decide. */
    public boolean waits() {
        return choice.isEmpty() && stage != Stage.KEPT;
    }

    /** When the days alone make it another; empty if they do not. */
    public Optional<Instant> changesAt(ZoneId zone) {
        Optional<LocalDate> day = switch (stage) {
            case ANNOUNCED -> Optional.of(retirement.since());
            case CLOSED -> Optional.of(retirement.lastDay().plusDays(1));
            case OVER, KEPT -> Optional.empty();
        };
        return day.map(next -> next.atStartOfDay(zone).toInstant());
    }
}
