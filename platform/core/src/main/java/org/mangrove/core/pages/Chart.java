package org.mangrove.core.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Figures drawn by the server: bars, with a line over them where there is something to compare with.
 *
 * <p>It is drawn twice, wide and narrow, since a wide drawing made small cannot be read; and time runs the way lines run.
 *
 * @param labels what stands below each bar
 * @param bars one figure for each label, none below zero
 * @param line one for each label, or none at all
 */
public record Chart(
        String title, List<String> labels, String barsName, List<Double> bars, String lineName, List<Double> line) {

    public Chart {
        labels = List.copyOf(labels);
        bars = List.copyOf(bars);
        line = List.copyOf(line);
        if (bars.size() != labels.size() || !(line.isEmpty() || line.size() == labels.size())) {
            throw new IllegalArgumentException("Chart \"" + title + "\" has not one figure for each label");
        }
    }

    /** Bars alone. */
    public static Chart of(String title, List<String> labels, String barsName, List<Double> bars) {
        return new Chart(title, labels, barsName, bars, "", List.of());
    }

    /** A rectangle and what stands below it; an empty label where there is no room for it. */
    public record Bar(String x, String y, String width, String height, String middle, String label) {}

    /** A line across, and the figure it stands for. */
    public record Level(String y, double figure) {}

    /** A drawing of one size. */
    public record Drawing(
            int width,
            int height,
            String axis,
            String left,
            String right,
            String labelLine,
            List<Level> levels,
            List<Bar> bars,
            String line) {}

    public Drawing wide(boolean rightToLeft) {
        return draw(760, 260, 1, rightToLeft);
    }

    public Drawing narrow(boolean rightToLeft) {
        return draw(340, 220, Math.ceilDiv(labels.size(), 4), rightToLeft);
    }

    private Drawing draw(int width, int height, int everyLabel, boolean rightToLeft) {
        double margin = 40;
        double top = 14;
        double bottom = height - 32.0;
        double highest = highest();
        double step = (width - margin - 8) / Math.max(1, labels.size());
        var drawn = new ArrayList<Bar>();
        var points = new ArrayList<String>();
        for (int i = 0; i < labels.size(); i++) {
            double middle = margin + step * (i + 0.5);
            middle = rightToLeft ? width - middle : middle;
            double barHeight = bars.get(i) / highest * (bottom - top);
            double barWidth = Math.min(step * 0.58, 48);
            drawn.add(new Bar(
                    round(middle - barWidth / 2),
                    round(bottom - barHeight),
                    round(barWidth),
                    round(barHeight),
                    round(middle),
                    i % everyLabel == 0 ? labels.get(i) : ""));
            if (!line.isEmpty()) {
                points.add(round(middle) + "," + round(bottom - line.get(i) / highest * (bottom - top)));
            }
        }
        List<Level> levels = IntStream.rangeClosed(0, 4)
                .mapToObj(quarter -> new Level(round(bottom - (bottom - top) * quarter / 4), highest * quarter / 4))
                .toList();
        return new Drawing(
                width,
                height,
                round(rightToLeft ? width - margin + 10 : margin - 10),
                round(rightToLeft ? 8 : margin),
                round(rightToLeft ? width - margin : width - 8),
                round(height - 10),
                levels,
                List.copyOf(drawn),
                String.join(" ", points));
    }

    /** The figure at the upper edge: a round one, at or above every figure, that can be quartered. */
    private double highest() {
        double most = IntStream.range(0, bars.size())
                .mapToDouble(i -> Math.max(bars.get(i), line.isEmpty() ? 0 : line.get(i)))
                .max()
                .orElse(0);
        if (most <= 4) {
            return 4;
        }
        double power = Math.pow(10, Math.floor(Math.log10(most)));
        for (double round : new double[] {1, 1.2, 1.6, 2, 2.4, 3.2, 4, 4.8, 6, 8}) {
            if (round * power >= most) {
                return round * power;
            }
        }
        return 10 * power;
    }

    private static String round(double place) {
        return String.format(Locale.ROOT, "%.1f", place);
    }
}
