package org.mangrove.sdk.custom;

import java.time.DayOfWeek;

/**
 * How a market writes dates and names in one language.
 *
 * @param calendar a CLDR calendar in which dates are shown, such as {@code japanese}
 * @param gregorianYear whether the year of the Gregorian calendar stands beside that of the calendar
 * @param firstDayOfWeek the day on which a week begins in calendars
 * @param names how names of persons are written
 */
public record Custom(String calendar, GregorianYear gregorianYear, DayOfWeek firstDayOfWeek, NameCustom names) {

    /** Where the Gregorian year stands, if the calendar counts years in another way. */
    public enum GregorianYear {
        LEFT_OUT,
        BESIDE
    }
}
