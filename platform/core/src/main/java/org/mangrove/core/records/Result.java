package org.mangrove.core.records;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What came of it. Say what there is to say, beginning with {@link #none}.
 *
 * @param progress in percent
 */
public record Result(
        Optional<Score> score,
        Optional<Boolean> success,
        Optional<Boolean> completion,
        Optional<String> response,
        OptionalInt progress) {

    /** How many points of how many. */
    public record Score(int raw, int max) {

        public Score {
            if (max <= 0 || raw < 0 || raw > max) {
                throw new IllegalArgumentException(raw + " points of " + max);
            }
        }

        /** From 0 to 1. */
        public double scaled() {
            return (double) raw / max;
        }
    }

    public static Result none() {
        return new Result(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), OptionalInt.empty());
    }

    public Result scored(int raw, int max) {
        return new Result(Optional.of(new Score(raw, max)), success, completion, response, progress);
    }

    public Result succeeded(boolean did) {
        return new Result(score, Optional.of(did), completion, response, progress);
    }

    public Result completed(boolean did) {
        return new Result(score, success, Optional.of(did), response, progress);
    }

    public Result answered(String words) {
        return new Result(score, success, completion, Optional.of(words), progress);
    }

    public Result progressed(int percent) {
        return new Result(score, success, completion, response, OptionalInt.of(percent));
    }
}
