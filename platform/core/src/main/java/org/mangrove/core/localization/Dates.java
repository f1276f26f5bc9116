package org.mangrove.core.localization;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.text.FieldPosition;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.mangrove.core.localization.Customs.Length;
import org.mangrove.sdk.custom.Custom.GregorianYear;

/** Dates and times of one locale, whose keywords name calendar and digits, in one time zone. */
final class Dates {

    private final ZoneId zone;
    private final Map<Length, Pool<DateFormat>> days = new EnumMap<>(Length.class);
    private final Map<Length, Pool<DateFormat>> moments = new EnumMap<>(Length.class);
    private final Pool<DateFormat> times;
    private final boolean gregorianBeside;
    private final Pool<DateFormat> gregorianYears;
    private final String opening;
    private final String closing;

    Dates(ULocale locale, ZoneId zone, GregorianYear gregorianYear) {
        this.zone = zone;
        var here = TimeZone.getTimeZone(zone.getId());
        for (Length length : Length.values()) {
            days.put(length, pool(day(locale, length), TimeZone.GMT_ZONE));
            moments.put(length, pool(moment(locale, length), here));
        }
        times = pool(DateFormat.getTimeInstance(DateFormat.SHORT, locale), here);
        gregorianBeside = gregorianYear == GregorianYear.BESIDE
                && !Calendar.getInstance(locale).getType().equals("gregorian");
        ULocale gregorian = locale.setKeywordValue("calendar", "gregorian");
        gregorianYears = pool(
                DateFormat.getPatternInstance(Calendar.getInstance(gregorian), DateFormat.YEAR, gregorian),
                TimeZone.GMT_ZONE);
        boolean wide = locale.getLanguage().equals("ja") || locale.getLanguage().equals("zh");
        opening = wide ? "（" : " (";
        closing = wide ? "）" : ")";
    }

    String date(LocalDate date, Length length) {
        var midnight = Date.from(date.atStartOfDay(ZoneOffset.UTC).toInstant());
        return say(days, length, midnight, date);
    }

    String instant(Instant instant, Length length) {
        return say(moments, length, Date.from(instant), dayOf(instant));
    }

    String time(Instant instant) {
        return times.use(format -> format.format(Date.from(instant)));
    }

    LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    private String say(Map<Length, Pool<DateFormat>> formats, Length length, Date moment, LocalDate day) {
        return Objects.requireNonNull(formats.get(length))
                .use(format -> gregorianBeside ? withGregorianYear(format, moment, day) : format.format(moment));
    }

    private String withGregorianYear(DateFormat format, Date moment, LocalDate day) {
        var text = new StringBuffer();
        var year = new FieldPosition(DateFormat.Field.YEAR);
        format.format(moment, text, year);
        var era = new FieldPosition(DateFormat.Field.ERA);
        format.format(moment, new StringBuffer(), era);
        int end = Math.max(year.getEndIndex(), era.getEndIndex());
        if (end < text.length() && text.charAt(end) == '年') {
            end++;
        }
        return text.insert(end, opening + gregorianYear(day) + closing).toString();
    }

    private String gregorianYear(LocalDate day) {
        var midnight = Date.from(day.atStartOfDay(ZoneOffset.UTC).toInstant());
        return gregorianYears.use(format -> format.format(midnight));
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
        return length == Length.SHORT
                ? DateFormat.getPatternInstance(Calendar.getInstance(locale), DateFormat.YEAR_NUM_MONTH_DAY, locale)
                : DateFormat.getDateInstance(style(length), locale);
    }

    private static DateFormat moment(ULocale locale, Length length) {
        return DateFormat.getDateTimeInstance(style(length), DateFormat.SHORT, locale);
    }

    private static int style(Length length) {
        return switch (length) {
            case SHORT -> DateFormat.SHORT;
            case MEDIUM -> DateFormat.MEDIUM;
            case LONG -> DateFormat.LONG;
            case FULL -> DateFormat.FULL;
        };
    }
}
