package org.mangrove.core.expertise;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * When a queue will have been worked off.
 *
 * <p>With W the minutes that wait and R the minutes that were answered in the last {@value #DAYS_LOOKED_AT} days, the rate is
 * r = R / {@value #DAYS_LOOKED_AT} a day, and the queue ends ⌈W / r⌉ = ⌈{@value #DAYS_LOOKED_AT} · W / R⌉ days from today, in whole
 * days. Nothing is assumed of what will still come, nor of holidays; what waits lies within the budgets already, since nobody is
 * asked beyond theirs. If nothing was answered, or it would take longer than {@value #FARTHEST} days, nobody can honestly name a day.
 */
public sealed interface Forecast {

    int DAYS_LOOKED_AT = 28;
    int FARTHEST = 365;

    /** Nothing waits. */
    record Done() implements Forecast {}

    record By(LocalDate day) implements Forecast {}

    /** Not at the rate of the last weeks. */
    record NotAtThisRate() implements Forecast {}

    /** Minutes that were answered at a moment. */
    record Answered(Instant at, int minutes) {}

    /** @param answered of whatever time */
    static int answeredLately(Instant now, List<Answered> answered) {
        Instant since = now.minus(Duration.ofDays(DAYS_LOOKED_AT));
        return answered.stream()
                .filter(each -> each.at().isAfter(since) && !each.at().isAfter(now))
                .mapToInt(Answered::minutes)
                .sum();
    }

    static Forecast of(int minutesWaiting, Instant now, List<Answered> answered) {
        if (minutesWaiting <= 0) {
            return new Done();
        }
        int lately = answeredLately(now, answered);
        if (lately <= 0) {
            return new NotAtThisRate();
        }
        long days = Math.ceilDiv((long) DAYS_LOOKED_AT * minutesWaiting, lately);
        return days > FARTHEST
                ? new NotAtThisRate()
                : new By(LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(days));
    }
}
