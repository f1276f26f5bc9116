package org.mangrove.launcher.bench.records;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One line of what was measured: something of the store beside the same of a bare program.
 *
 * @param unit such as {@code /s} or {@code ms}
 * @param bare empty if there is nothing to hold it against
 * @param goal how it should stand to the bare program, if that was agreed
 */
record Figure(String what, String unit, double ours, Optional<Double> bare, Optional<Goal> goal) {

    /** @param atLeast whether the ratio should not be smaller; else it should not be greater */
    record Goal(boolean atLeast, double ratio) {}

    static Figure of(String what, String unit, double ours, double bare, Goal goal) {
        return new Figure(what, unit, ours, Optional.of(bare), Optional.of(goal));
    }

    static Figure alone(String what, String unit, double ours) {
        return new Figure(what, unit, ours, Optional.empty(), Optional.empty());
    }

    /** Beside something else of which nothing was agreed. */
    static Figure beside(String what, String unit, double ours, double other) {
        return new Figure(what, unit, ours, Optional.of(other), Optional.empty());
    }

    /** With a goal that is not held against another program. */
    static Figure below(String what, String unit, double ours, double most) {
        return new Figure(what, unit, ours, Optional.of(1.0), Optional.of(new Goal(false, most)));
    }

    boolean isKept() {
        return goal.isEmpty()
                || bare.isEmpty()
                || (goal.get().atLeast()
                        ? ratio() >= goal.get().ratio()
                        : ratio() <= goal.get().ratio());
    }

    private double ratio() {
        return ours / bare.orElse(1.0);
    }

    /** @param before what it was in the run before, if there was one */
    String line(Optional<Double> before) {
        return String.format(
                Locale.ROOT,
                "%-46s %12s %12s %8s %10s %12s",
                what,
                written(ours),
                bare.filter(value -> value != 1.0).map(this::written).orElse("-"),
                bare.filter(value -> value != 1.0).isPresent() ? "%.2f".formatted(ratio()) : "-",
                goal.map(wanted -> "%s %.2f %s"
                                .formatted(wanted.atLeast() ? ">=" : "<=", wanted.ratio(), isKept() ? "" : "!"))
                        .orElse("-"),
                before.map(this::written).orElse("-"));
    }

    Map<String, Object> json() {
        var json = new LinkedHashMap<String, Object>();
        json.put("what", what);
        json.put("ours", ours);
        bare.ifPresent(value -> json.put("bare", value));
        return json;
    }

    private String written(double value) {
        return String.format(Locale.ROOT, value < 100 ? "%.2f%s" : "%,.0f%s", value, unit);
    }
}
