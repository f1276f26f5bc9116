package org.mangrove.core.database;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What may be put to a database without a transaction. */
final class OnlyQuestions {

    private static final Pattern BEFORE_THE_QUESTION = Pattern.compile("(?:/\\*.*?\\*/|[\\s(])+", Pattern.DOTALL);

    private static final Set<String> HOLDING = Set.of("for update", "for share", "lock in share mode");

    private OnlyQuestions() {}

    /** @throws IllegalStateException if it changes or holds something */
    static void mustBe(String sql) {
        var text = BEFORE_THE_QUESTION.matcher(sql);
        String question = (text.lookingAt() ? sql.substring(text.end()) : sql).toLowerCase(Locale.ROOT);
        boolean asks = question.startsWith("select") || question.startsWith("with");
        if (!asks || HOLDING.stream().anyMatch(question::contains)) {
            throw new IllegalStateException("Only questions are put to a database without a transaction: " + sql);
        }
    }
}
