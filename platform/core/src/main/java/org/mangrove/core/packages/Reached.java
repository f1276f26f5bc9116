package org.mangrove.core.packages;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How far somebody has come, as a package tells it of itself.
 *
 * @param success empty if it has not said
 * @param percent of the points, if it has said
 */
public record Reached(boolean isCompleted, Optional<Boolean> success, OptionalInt percent) {

    private static final int ALL = 100;

    static Reached of(Standard standard, Map<String, String> values) {
        return switch (standard) {
            case SCORM_12 -> of12(values);
            case SCORM_2004 -> of2004(values);
        };
    }

    private static Reached of12(Map<String, String> values) {
        String status = values.getOrDefault("cmi.core.lesson_status", "");
        boolean isPassed = status.equals("passed");
        boolean isFailed = status.equals("failed");
        return new Reached(
                isPassed || isFailed || status.equals("completed"),
                isPassed || isFailed ? Optional.of(isPassed) : Optional.empty(),
                share(values, "cmi.core.score."));
    }

    private static Reached of2004(Map<String, String> values) {
        String success = values.getOrDefault("cmi.success_status", "");
        OptionalInt scaled = number(values.getOrDefault("cmi.score.scaled", "")).stream()
                .mapToInt(share -> (int) Math.round(Math.clamp(share, 0, 1) * ALL))
                .findFirst();
        return new Reached(
                isCompleted2004(values.getOrDefault("cmi.completion_status", ""), success),
                success.equals("passed") || success.equals("failed")
                        ? Optional.of(success.equals("passed"))
                        : Optional.empty(),
                scaled.isPresent() ? scaled : share(values, "cmi.score."));
    }

    /** Who has passed has completed it, unless the package says that they have not. */
    private static boolean isCompleted2004(String completion, String success) {
        boolean isSilent = completion.isEmpty() || completion.equals("unknown");
        return completion.equals("completed") || isSilent && success.equals("passed");
    }

    private static OptionalInt share(Map<String, String> values, String prefix) {
        Optional<Double> raw = number(values.getOrDefault(prefix + "raw", ""));
        double least = number(values.getOrDefault(prefix + "min", "")).orElse(0.0);
        double most = number(values.getOrDefault(prefix + "max", "")).orElse((double) ALL);
        return raw.isEmpty() || most <= least
                ? OptionalInt.empty()
                : OptionalInt.of((int) Math.round(Math.clamp((raw.get() - least) / (most - least), 0, 1) * ALL));
    }

    private static Optional<Double> number(String text) {
        return text.matches("-?\\d{1,9}(\\.\\d{1,9})?") ? Optional.of(Double.parseDouble(text)) : Optional.empty();
    }
}
