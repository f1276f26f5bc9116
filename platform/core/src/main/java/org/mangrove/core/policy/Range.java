package org.mangrove.core.policy;

import java.util.List;
import java.util.OptionalInt;
import org.mangrove.sdk.Message;

/** What a figure can be. */
public sealed interface Range {

    /** How high a value is; empty if it cannot be. */
    OptionalInt rank(String value);

    /** The value that is as near as may be. @param otherwise for what is no value at all */
    String nearest(String value, String otherwise);

    /** A whole number. */
    record Numbers(int least, int most) implements Range {

        public Numbers {
            if (least < 0 || most <= least) {
                throw new IllegalArgumentException(least + " to " + most + " is no range");
            }
        }

        @Override
        public OptionalInt rank(String value) {
            OptionalInt number = number(value);
            return number.isPresent() && number.getAsInt() >= least && number.getAsInt() <= most
                    ? number
                    : OptionalInt.empty();
        }

        @Override
        public String nearest(String value, String otherwise) {
            OptionalInt number = number(value);
            return number.isPresent() ? String.valueOf(Math.clamp(number.getAsInt(), least, most)) : otherwise;
        }

        private static OptionalInt number(String value) {
            return value.matches("\\d{1,9}") ? OptionalInt.of(Integer.parseInt(value)) : OptionalInt.empty();
        }
    }

    /** One of some words. @param options the one first that demands least */
    record Choice(List<Option> options) implements Range {

        public Choice {
            options = List.copyOf(options);
        }

        @Override
        public OptionalInt rank(String value) {
            for (int rank = 0; rank < options.size(); rank++) {
                if (options.get(rank).word().equals(value)) {
                    return OptionalInt.of(rank);
                }
            }
            return OptionalInt.empty();
        }

        @Override
        public String nearest(String value, String otherwise) {
            return rank(value).isPresent() ? value : otherwise;
        }
    }

    /** @param name as people read it */
    record Option(String word, Message name) {}
}
