package org.mangrove.core.xapi;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Moments as the versions write them: RFC 3339 in 2.0; in 1.0.3 any date with a time of ISO 8601, in its long or its
 * short form, with a zone or, taken for UTC, without.
 */
final class Timestamps {

    private static final int LONGEST = 64;

    private static final Pattern RFC_3339 = Pattern.compile(
            "(\\d{4})-(\\d\\d)-(\\d\\d)[Tt](\\d\\d):(\\d\\d):(\\d\\d)(?:\\.(\\d+))?([Zz]|[+-]\\d\\d:\\d\\d)");
    private static final Pattern ISO_LONG = Pattern.compile("(\\d{4})-(\\d\\d)-(\\d\\d)[Tt](\\d\\d)(?::(\\d\\d)"
            + "(?::(\\d\\d)(?:[.,](\\d+))?)?)?([Zz]|[+-]\\d\\d(?::?\\d\\d)?)?");
    private static final Pattern ISO_SHORT = Pattern.compile("(\\d{4})(\\d\\d)(\\d\\d)[Tt](\\d\\d)(?:(\\d\\d)"
            + "(?:(\\d\\d)(?:[.,](\\d+))?)?)?([Zz]|[+-]\\d\\d(?::?\\d\\d)?)?");

    private static final DateTimeFormatter UTC = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendLiteral('T')
            .appendPattern("HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 3, 9, true)
            .appendLiteral('Z')
            .toFormatter(Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Timestamps() {}

    /** Empty if {@code text} is no moment to {@code version}. */
    static Optional<Instant> read(String text, XapiVersion version) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        return switch (version) {
            case V2_0_0 -> read(RFC_3339.matcher(text));
            case V1_0_3 -> read(ISO_LONG.matcher(text)).or(() -> read(ISO_SHORT.matcher(text)));
        };
    }

    /** Whether a moment that can be read is written as everybody is told it. */
    static boolean isInUtc(String text) {
        return text.endsWith("Z")
                && text.charAt(10) == 'T'
                && RFC_3339.matcher(text).matches();
    }

    /** The same moment as everybody is told it: in UTC, with milliseconds or more. */
    static String inUtc(Instant moment) {
        return UTC.format(moment);
    }

    private static Optional<Instant> read(Matcher parts) {
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            var date = LocalDate.of(number(parts, 1), number(parts, 2), number(parts, 3));
            Optional<ZoneOffset> zone = zone(parts.group(8));
            return zone.map(offset ->
                            OffsetDateTime.of(date, time(parts), offset).toInstant())
                    .map(moment -> isLeapSecond(parts) ? moment.plusSeconds(1) : moment);
        } catch (DateTimeException notOne) {
            return Optional.empty();
        }
    }

    private static LocalTime time(Matcher parts) {
        int second = isLeapSecond(parts) ? 59 : number(parts, 6);
        return LocalTime.of(number(parts, 4), number(parts, 5), second, nanos(parts.group(7)));
    }

    /** A minute that has one ends in 60, somewhere on earth at any hour; it is the next minute here. */
    private static boolean isLeapSecond(Matcher parts) {
        return number(parts, 6) == 60 && number(parts, 5) % 15 == 14;
    }

    private static int number(Matcher parts, int group) {
        String digits = parts.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static int nanos(@Nullable String fraction) {
        return fraction == null ? 0 : Integer.parseInt((fraction + "000000000").substring(0, 9));
    }

    /** Empty for the one that says that the zone is not known, which the standard refuses. */
    private static Optional<ZoneOffset> zone(@Nullable String text) {
        if (text == null || text.equalsIgnoreCase("Z")) {
            return Optional.of(ZoneOffset.UTC);
        }
        String digits = text.substring(1).replace(":", "");
        int hours = Integer.parseInt(digits.substring(0, 2));
        int minutes = digits.length() > 2 ? Integer.parseInt(digits.substring(2)) : 0;
        if (minutes > 59) {
            return Optional.empty();
        }
        int total = hours * 3600 + minutes * 60;
        if (text.charAt(0) == '-') {
            return total == 0 ? Optional.empty() : Optional.of(ZoneOffset.ofTotalSeconds(-total));
        }
        return Optional.of(ZoneOffset.ofTotalSeconds(total));
    }
}
