package org.mangrove.core.content;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What must be seen of a picture where there is not room for all of it, in percent from its left and upper edges.
 *
 * <p>A page may say nothing about looks but by names that its stylesheet knows, so it is shown in steps: 21 by 21 places, each by two
 * classes. Half a step moves what is shown by less than a fortieth of what is cut off.
 */
public record FocalPoint(int across, int down) {

    private static final Pattern TWO = Pattern.compile("(\\d{1,3}) (\\d{1,3})");
    private static final int STEP = 5;
    private static final int WHOLE = 100;

    /** @throws IllegalArgumentException if it is not in the picture */
    public FocalPoint {
        if (across < 0 || across > WHOLE || down < 0 || down > WHOLE) {
            throw new IllegalArgumentException("No place in a picture: %d %d".formatted(across, down));
        }
    }

    /** Empty if it says no place in a picture. */
    public static Optional<FocalPoint> parse(String text) {
        Matcher two = TWO.matcher(text);
        if (!two.matches()) {
            return Optional.empty();
        }
        int across = Integer.parseInt(two.group(1));
        int down = Integer.parseInt(two.group(2));
        return across <= WHOLE && down <= WHOLE ? Optional.of(new FocalPoint(across, down)) : Optional.empty();
    }

    /** As blocks keep it. */
    public String text() {
        return across + " " + down;
    }

    /** As the stylesheet knows it. */
    public String classes() {
        return "focus-across-%d focus-down-%d".formatted(step(across), step(down));
    }

    private static int step(int percent) {
        return Math.round((float) percent / STEP) * STEP;
    }
}
