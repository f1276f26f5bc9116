package org.mangrove.core.content;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mangrove.core.lineage.Field;

/**
 * The number that a question asks for, and how near to it is near enough. All of it is exact: what stands on the edge is right.
 *
 * @param isShare whether the tolerance is in per cent of the value
 */
public record Amount(BigDecimal value, BigDecimal tolerance, boolean isShare) {

    /** Where somebody is who has said a number. */
    public enum Judgement {
        TOO_LOW,
        RIGHT,
        TOO_HIGH
    }

    private static final String SIZE = "\\d{1,15}(\\.\\d{1,10})?";
    private static final Pattern VALUE = Pattern.compile("-?" + SIZE);
    private static final Pattern TOLERANCE = Pattern.compile(SIZE + "%?");

    /** As files and rows write it: digits of ASCII, and a point if there are decimals. */
    public static boolean isValue(String text) {
        return VALUE.matcher(text).matches();
    }

    /** The same, never below nothing, with a per cent sign behind it if it is a share. */
    public static boolean isTolerance(String text) {
        return TOLERANCE.matcher(text).matches();
    }

    static Optional<Amount> of(Map<String, Field> fields) {
        return of(BlockFields.neutral(fields, "value"), BlockFields.neutral(fields, "tolerance"));
    }

    /** @param tolerance empty if there is none */
    public static Optional<Amount> of(String value, String tolerance) {
        if (!isValue(value) || !tolerance.isEmpty() && !isTolerance(tolerance)) {
            return Optional.empty();
        }
        boolean isShare = tolerance.endsWith("%");
        String size = isShare ? tolerance.substring(0, tolerance.length() - 1) : tolerance;
        return Optional.of(
                new Amount(new BigDecimal(value), size.isEmpty() ? BigDecimal.ZERO : new BigDecimal(size), isShare));
    }

    public BigDecimal least() {
        return value.subtract(margin());
    }

    public BigDecimal most() {
        return value.add(margin());
    }

    public boolean isExact() {
        return tolerance.signum() == 0;
    }

    public Judgement judge(BigDecimal said) {
        if (said.compareTo(least()) < 0) {
            return Judgement.TOO_LOW;
        }
        return said.compareTo(most()) > 0 ? Judgement.TOO_HIGH : Judgement.RIGHT;
    }

    private BigDecimal margin() {
        return isShare ? value.abs().multiply(tolerance).movePointLeft(2) : tolerance;
    }
}
