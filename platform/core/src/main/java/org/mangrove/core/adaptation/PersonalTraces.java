package org.mangrove.core.adaptation;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What looks as if it were about a person: addresses, telephone numbers, and names that are known. It warns; whether it is about
 * somebody a reader decides.
 */
final class PersonalTraces {

    private static final Pattern ADDRESS =
            Pattern.compile("[\\p{L}\\p{N}._%+-]{1,64}@[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+");
    private static final Pattern NUMBER =
            Pattern.compile("(?<![\\p{L}\\p{N}])(?:\\+|00)?\\p{N}(?:[ ./()-]{0,2}\\p{N}){7,14}(?!\\p{N})");
    private static final int SHORTEST_NAME = 3;
    private static final int MOST = 20;

    private PersonalTraces() {}

    /** Each once. @param names of people, as a whole */
    static List<String> in(Stream<String> texts, Collection<String> names) {
        List<String> known = names.stream()
                .map(String::strip)
                .filter(name -> name.length() >= SHORTEST_NAME)
                .distinct()
                .toList();
        return texts.flatMap(text -> in(text, known)).distinct().limit(MOST).toList();
    }

    private static Stream<String> in(String text, List<String> names) {
        String folded = text.toLowerCase(Locale.ROOT);
        return Stream.of(
                        ADDRESS.matcher(text).results().map(MatchResult::group),
                        NUMBER.matcher(text).results().map(MatchResult::group),
                        names.stream().filter(name -> folded.contains(name.toLowerCase(Locale.ROOT))))
                .flatMap(found -> found);
    }
}
