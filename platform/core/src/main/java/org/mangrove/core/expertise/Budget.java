package org.mangrove.core.expertise;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;

/**
 * How many minutes an expert gives a calendar month of their own time zone.
 *
 * <p>What was asked of them counts in the month in which it was asked, for as many minutes as it was estimated at, whether it was
 * answered or not: so nobody is asked for more than they give, whatever they put off. What is withdrawn does not count.
 */
public record Budget(int minutesAMonth, ZoneId zone) {

    /** Minutes that were asked for at a moment. */
    public record Asked(Instant at, int minutes) {}

    /** Whether there is room for something. */
    public sealed interface Room {

        /** @param left after it */
        record Enough(int left) implements Room {}

        /** Not in this month. @param from the day, in the expert's zone, from which there is */
        record NotBefore(LocalDate from, int left) implements Room {}

        /** It is more than a whole month has. */
        record Never(int minutesAMonth) implements Room {}
    }

    public YearMonth monthOf(Instant at) {
        return YearMonth.from(at.atZone(zone));
    }

    /** When the month began that {@code at} lies in; months begin at another moment in each zone, and clocks may be changed in them. */
    public Instant beginOfMonth(Instant at) {
        return monthOf(at).atDay(1).atStartOfDay(zone).toInstant();
    }

    /** Never below zero: a budget may have been made smaller since. @param asked of this month or others */
    public int left(Instant now, List<Asked> asked) {
        YearMonth month = monthOf(now);
        int used = asked.stream()
                .filter(each -> monthOf(each.at()).equals(month))
                .mapToInt(Asked::minutes)
                .sum();
        return Math.max(0, minutesAMonth - used);
    }

    public Room room(int minutes, Instant now, List<Asked> asked) {
        int left = left(now, asked);
        if (minutes <= left) {
            return new Room.Enough(left - minutes);
        }
        return minutes <= minutesAMonth
                ? new Room.NotBefore(monthOf(now).plusMonths(1).atDay(1), left)
                : new Room.Never(minutesAMonth);
    }
}
