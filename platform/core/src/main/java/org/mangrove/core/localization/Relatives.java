package org.mangrove.core.localization;

import com.ibm.icu.text.RelativeDateTimeFormatter;
import com.ibm.icu.text.RelativeDateTimeFormatter.RelativeDateTimeUnit;
import com.ibm.icu.util.ULocale;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** How far away a moment is, in words. */
final class Relatives {

    private final RelativeDateTimeFormatter formatter;
    private final ZoneId zone;

    Relatives(ULocale locale, ZoneId zone) {
        this.formatter = RelativeDateTimeFormatter.getInstance(locale);
        this.zone = zone;
    }

    String say(Instant then, Instant now) {
        Duration distance = Duration.between(now, then);
        long hours = distance.toHours();
        if (Math.abs(hours) < 1) {
            return formatter.format(distance.toMinutes(), RelativeDateTimeUnit.MINUTE);
        }
        var today = now.atZone(zone).toLocalDate();
        var day = then.atZone(zone).toLocalDate();
        if (today.equals(day) || Math.abs(hours) < 12) {
            return formatter.format(hours, RelativeDateTimeUnit.HOUR);
        }
        long days = ChronoUnit.DAYS.between(today, day);
        if (Math.abs(days) < 14) {
            return formatter.format(days, RelativeDateTimeUnit.DAY);
        }
        long months = ChronoUnit.MONTHS.between(today, day);
        if (months == 0) {
            return formatter.format((double) (days / 7), RelativeDateTimeUnit.WEEK);
        }
        if (Math.abs(months) < 12) {
            return formatter.format(months, RelativeDateTimeUnit.MONTH);
        }
        return formatter.format(ChronoUnit.YEARS.between(today, day), RelativeDateTimeUnit.YEAR);
    }
}
