package org.mangrove.core.localization;

import com.ibm.icu.text.DecimalFormatSymbols;
import com.ibm.icu.util.ULocale;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads a number as people write it where they live: in digits of any script, with the separators of their locale. Spaces and
 * apostrophes between groups are understood everywhere. What could be two numbers is the locale's; what is none is not guessed.
 */
final class WrittenNumber {

    private static final int MOST_DIGITS = 15;
    private static final int MOST_DECIMALS = 10;
    private static final int LONGEST = 60;

    /** What nobody sees, such as the marks that turn the direction of writing. */
    private static final Pattern UNSEEN = Pattern.compile("\\p{Cf}");

    private static final Pattern SIGNED = Pattern.compile("([+\\-\\u2212\\u2010\\u2013])?\\s*(.*)");

    /** One separator with digits around it that cannot be a group: three digits would be one. */
    private static final Pattern PLAINLY_DECIMAL = Pattern.compile("(\\d*)[.,\\u066b\\u060c](\\d{1,2}|\\d{4,})");

    private static final Pattern DIGITS = Pattern.compile("\\d+");

    private WrittenNumber() {}

    static Optional<BigDecimal> read(String text, ULocale locale) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        var signed = SIGNED.matcher(plain(text));
        if (!signed.matches()) {
            return Optional.empty();
        }
        String size = signed.group(2);
        boolean isNegative = signed.group(1) != null && !signed.group(1).equals("+");
        return List.of(locale, locale.setKeywordValue("numbers", "latn")).stream()
                .map(DecimalFormatSymbols::getInstance)
                .flatMap(symbols -> read(size, symbols).stream())
                .findFirst()
                .or(() -> plainlyDecimal(size))
                .map(number -> isNegative ? number.negate() : number);
    }

    /** In digits of ASCII, with plain spaces and apostrophes. */
    private static String plain(String text) {
        String wide = Normalizer.normalize(UNSEEN.matcher(text).replaceAll(""), Normalizer.Form.NFKC);
        var plain = new StringBuilder();
        wide.codePoints().map(WrittenNumber::plain).forEach(plain::appendCodePoint);
        return plain.toString().strip();
    }

    private static int plain(int point) {
        if (Character.getType(point) == Character.DECIMAL_DIGIT_NUMBER) {
            return '0' + Character.digit(point, 10);
        }
        if (Character.isSpaceChar(point)) {
            return ' ';
        }
        return point == '\u2019' || point == '\u02bc' ? '\'' : point;
    }

    private static Optional<BigDecimal> read(String size, DecimalFormatSymbols symbols) {
        String decimal = plain(symbols.getDecimalSeparatorString());
        Set<String> between = new HashSet<>(Set.of(" ", "'"));
        String grouping = plain(symbols.getGroupingSeparatorString());
        if (!grouping.isEmpty() && !grouping.equals(decimal)) {
            between.add(grouping);
        }
        int at = size.indexOf(decimal);
        if (at < 0) {
            return ungrouped(size, between).flatMap(whole -> number(whole, ""));
        }
        String fraction = size.substring(at + decimal.length());
        String whole = size.substring(0, at);
        if (!DIGITS.matcher(fraction).matches()) {
            return Optional.empty();
        }
        return whole.isEmpty()
                ? number("0", fraction)
                : ungrouped(whole, between).flatMap(digits -> number(digits, fraction));
    }

    /** Groups are of three digits; those in the middle of two as well, as in India. */
    private static Optional<String> ungrouped(String whole, Set<String> between) {
        if (DIGITS.matcher(whole).matches()) {
            return Optional.of(whole);
        }
        return between.stream()
                .filter(whole::contains)
                .map(separator -> Arrays.asList(whole.split(Pattern.quote(separator), -1)))
                .filter(WrittenNumber::areGroups)
                .map(groups -> String.join("", groups))
                .findFirst();
    }

    private static boolean areGroups(List<String> groups) {
        int last = groups.size() - 1;
        return groups.stream().allMatch(group -> DIGITS.matcher(group).matches())
                && groups.getFirst().length() <= 3
                && groups.get(last).length() == 3
                && groups.subList(1, last).stream().allMatch(group -> group.length() == 2 || group.length() == 3);
    }

    private static Optional<BigDecimal> plainlyDecimal(String size) {
        var matcher = PLAINLY_DECIMAL.matcher(size);
        return matcher.matches()
                ? number(matcher.group(1).isEmpty() ? "0" : matcher.group(1), matcher.group(2))
                : Optional.empty();
    }

    private static Optional<BigDecimal> number(String whole, String fraction) {
        return whole.length() > MOST_DIGITS || fraction.length() > MOST_DECIMALS
                ? Optional.empty()
                : Optional.of(new BigDecimal(fraction.isEmpty() ? whole : whole + "." + fraction));
    }
}
