package org.mangrove.core.provisioning;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Guesses what somebody meant who mistyped one of a few words. */
final class Suggestion {

    private Suggestion() {}

    /** The one of {@code known} that takes the fewest strokes to get to, if these are few. */
    static Optional<String> find(String typed, Collection<String> known) {
        if (typed.chars().noneMatch(Character::isLetter)) {
            return Optional.empty();
        }
        int atMost = Math.max(1, Math.min(3, typed.length() / 3));
        return known.stream()
                .filter(word -> strokes(typed, word) <= atMost)
                .min(Comparator.<String>comparingInt(word -> strokes(typed, word))
                        .thenComparing(word -> word));
    }

    /** Letters to add, drop, change or swap with the next. */
    private static int strokes(String typed, String word) {
        int[][] fewest = new int[typed.length() + 1][word.length() + 1];
        for (int i = 0; i <= typed.length(); i++) {
            for (int j = 0; j <= word.length(); j++) {
                if (i == 0 || j == 0) {
                    fewest[i][j] = i + j;
                    continue;
                }
                int change = same(typed.charAt(i - 1), word.charAt(j - 1)) ? 0 : 1;
                fewest[i][j] =
                        Math.min(fewest[i - 1][j - 1] + change, Math.min(fewest[i - 1][j], fewest[i][j - 1]) + 1);
                if (i > 1
                        && j > 1
                        && same(typed.charAt(i - 1), word.charAt(j - 2))
                        && same(typed.charAt(i - 2), word.charAt(j - 1))) {
                    fewest[i][j] = Math.min(fewest[i][j], fewest[i - 2][j - 2] + 1);
                }
            }
        }
        return fewest[typed.length()][word.length()];
    }

    private static boolean same(char one, char other) {
        return Character.toLowerCase(one) == Character.toLowerCase(other) || (isJoint(one) && isJoint(other));
    }

    private static boolean isJoint(char letter) {
        return letter == '-' || letter == '_' || letter == ' ';
    }
}
