package org.mangrove.core.localization;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.EnumMap;
import java.util.Map;
import org.mangrove.core.localization.Customs.Length;

/** Dates and times of one locale, whose keywords name calendar and digits, in one time zone. */
final class Dates {

    private final ZoneId zone;
    private final Map<Length, Pool<DateFormat>> days = new EnumMap<>(Length.class);
    private final Map<Length, Pool<DateFormat>> moments = new EnumMap<>(Length.class);
    private final Pool<DateFormat> times;

    Dates(ULocale locale, ZoneId zone) {
        this.zone = zone;
        var here = TimeZone.getTimeZone(zone.getId());
        for (Length length : Length.values()) {
            days.put(length, pool(day(locale, length), TimeZone.GMT_ZONE));
            moments.put(length, pool(moment(locale, length), here));
        }
        times = pool(DateFormat.getTimeInstance(DateFormat.SHORT, locale), here);
    }

    String date(LocalDate date, Length length) {
        return say(days, length, date.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    String instant(Instant instant, Length length) {
        return say(moments, length, instant);
    }

    String time(Instant instant) {
        return times.use(format -> format.format(Date.from(instant)));
    }

    LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    private static String say(Map<Length, Pool<DateFormat>> formats, Length length, Instant instant) {
        return formats.get(length).use(format -> format.format(Date.from(instant)));
    }

    private static Pool<DateFormat> pool(DateFormat model, TimeZone zone) {
        model.setTimeZone(zone);
        return new Pool<>(() -> {
            synchronized (model) {
                return (DateFormat) model.clone();
            }
        });
    }

    private static DateFormat day(ULocale locale, Length length) {
        return switch (length) {
            case SHORT ->
                DateFormat.getPatternInstance(Calendar.getInstance(locale), DateFormat.YEAR_NUM_MONTH_DAY, locale);
            case MEDIUM -> DateFormat.getDateInstance(DateFormat.MEDIUM, locale);
            case LONG -> DateFormat.getDateInstance(DateFormat.LONG, locale);
            case FULL -> DateFormat.getDateInstance(DateFormat.FULL, locale);
        };
    }

    private static DateFormat moment(ULocale locale, Length length) {
        return switch (length) {
            case SHORT -> DateFormat.getDateTimeInstance(DateFormat.SHORT, DateFormat.SHORT, locale);
            case MEDIUM -> DateFormat.getDateTimeInstance(DateFormat.MEDIUM, DateFormat.SHORT, locale);
            case LONG -> DateFormat.getDateTimeInstance(DateFormat.LONG, DateFormat.SHORT, locale);
            case FULL -> DateFormat.getDateTimeInstance(DateFormat.FULL, DateFormat.SHORT, locale);
        };
    }
}
