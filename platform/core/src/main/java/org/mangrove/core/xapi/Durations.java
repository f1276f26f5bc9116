package org.mangrove.core.xapi;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long something took: ISO 8601:2004, 4.4.3.2, by designators; weeks stand alone. */
final class Durations {

    private static final int LONGEST = 200;
    private static final String NUMBER = "(?:\\d++(?:[.,]\\d++)?+)";
    private static final Pattern DESIGNATED = Pattern.compile("P(?=[\\dT])(?:%1$sY)?+(?:%1$sM)?+(?:%1$sD)?+"
            .concat("(?:T(?=\\d)(?:%1$sH)?+(?:%1$sM)?+(?:%1$sS)?+)?+|P%1$sW")
            .formatted(NUMBER));
    /** Only the smallest unit may have a fraction. */
    private static final Pattern FRACTION_BEFORE_THE_END = Pattern.compile("[.,]\\d++[A-Z].*\\d");

    private static final Pattern SECONDS = Pattern.compile("(\\d+)[.,](\\d+)S$");

    private Durations() {}

    static boolean isOne(String text) {
        return text.length() <= LONGEST
                && DESIGNATED.matcher(text).matches()
                && !FRACTION_BEFORE_THE_END.matcher(text).find();
    }

    /** The text without what is beyond a hundredth of a second, so that texts that mean the same to the standard agree. */
    static String toHundredths(String text) {
        Matcher seconds = SECONDS.matcher(text);
        if (!seconds.find()) {
            return text;
        }
        String fraction = seconds.group(2);
        String hundredths = fraction.length() > 2 ? fraction.substring(0, 2) : fraction;
        String kept = hundredths.replaceFirst("0+$", "");
        return text.substring(0, seconds.start()) + seconds.group(1) + (kept.isEmpty() ? "" : "." + kept) + "S";
    }
}
