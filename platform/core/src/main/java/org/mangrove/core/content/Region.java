package org.mangrove.core.content;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mangrove.core.lineage.Field;

/**
 * A place in a picture, in per cent of its width and height, so that it stays where it is however large the picture is shown. Written
 * as {@code circle 20 30 8} (its middle and its radius, as SVG counts it), {@code rectangle 40 40 30 20} (its corner, width and
 * height), or {@code polygon 80 10 95 10 95 60} (its corners).
 */
public record Region(Shape shape, List<BigDecimal> numbers) {

    /** What it looks like. */
    public enum Shape {
        CIRCLE,
        RECTANGLE,
        POLYGON;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What the fields begin with that hold the place of an option; its id comes after it. */
    public static final String FIELDS = "regions.";

    /** Longer than any outline that a hand draws. */
    public static final int LONGEST = 600;

    private static final int MOST_CORNERS = 40;
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);
    private static final Pattern NUMBER = Pattern.compile("\\d{1,3}(\\.\\d{1,2})?");

    public Region {
        numbers = List.copyOf(numbers);
    }

    static Optional<Region> of(Map<String, Field> fields, String option) {
        return parse(BlockFields.neutral(fields, FIELDS + option));
    }

    /** @return empty if it is none, or not inside of the picture */
    public static Optional<Region> parse(String text) {
        String[] words = text.strip().split("[\\s,]+");
        Optional<Shape> shape = Stream.of(Shape.values())
                .filter(one -> one.word().equals(words[0]))
                .findFirst();
        if (shape.isEmpty() || text.length() > LONGEST) {
            return Optional.empty();
        }
        var numbers = new ArrayList<BigDecimal>();
        for (int at = 1; at < words.length; at++) {
            if (!NUMBER.matcher(words[at]).matches()) {
                return Optional.empty();
            }
            numbers.add(new BigDecimal(words[at]));
        }
        return Optional.of(new Region(shape.get(), numbers)).filter(Region::isInside);
    }

    /** As it is written in files and rows. */
    public String text() {
        return shape.word() + " " + figures();
    }

    /** Its numbers with spaces between them. */
    public String figures() {
        return numbers.stream().map(BigDecimal::toPlainString).collect(Collectors.joining(" "));
    }

    /** One of its numbers as SVG writes it. */
    public String percent(int at) {
        return numbers.get(at).toPlainString() + "%";
    }

    /** The corners of a polygon as SVG writes them. */
    public String points() {
        return IntStream.range(0, numbers.size() / 2)
                .mapToObj(at -> numbers.get(2 * at).toPlainString() + ","
                        + numbers.get(2 * at + 1).toPlainString())
                .collect(Collectors.joining(" "));
    }

    private boolean isInside() {
        if (numbers.stream().anyMatch(number -> number.compareTo(WHOLE) > 0)) {
            return false;
        }
        return switch (shape) {
            case CIRCLE -> numbers.size() == 3 && numbers.get(2).signum() > 0;
            case RECTANGLE ->
                numbers.size() == 4
                        && numbers.get(2).signum() > 0
                        && numbers.get(3).signum() > 0
                        && numbers.get(0).add(numbers.get(2)).compareTo(WHOLE) <= 0
                        && numbers.get(1).add(numbers.get(3)).compareTo(WHOLE) <= 0;
            case POLYGON -> numbers.size() >= 6 && numbers.size() % 2 == 0 && numbers.size() <= 2 * MOST_CORNERS;
        };
    }
}
