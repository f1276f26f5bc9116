package org.mangrove.core.learning;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.mangrove.core.content.EffectiveBlock;
import org.mangrove.core.content.EffectiveBlock.Item;

/** Says whether an answer is right. */
public final class Grading {

    /** What does not make a written answer another one: punctuation, signs of vowels, the width of letters. */
    private static final Pattern IMMATERIAL = Pattern.compile("[\\p{M}\\p{Punct}\\p{IsPunctuation}\\u0640]+");

    private static final Pattern SPACES = Pattern.compile("\\s+");

    private Grading() {}

    /** @param response ids with one space between them, or words */
    public static boolean isRight(EffectiveBlock question, String response) {
        return switch (question.kind()) {
            case SINGLE, MULTIPLE -> Set.copyOf(ids(response)).equals(question.correct());
            case ORDER ->
                ids(response).equals(question.items().stream().map(Item::id).toList());
            case SHORT ->
                !plain(response).isEmpty()
                        && question.accepted().stream().map(Grading::plain).anyMatch(plain(response)::equals);
            case COURSE, SECTION, TEXT, IMAGE, VIDEO, CALLOUT ->
                throw new IllegalArgumentException("Block " + question.id() + " asks nothing");
        };
    }

    /** Whether it is an answer to this question at all, right or wrong. */
    public static boolean isAnswer(EffectiveBlock question, String response) {
        List<String> options =
                question.options().stream().map(EffectiveBlock.Option::id).toList();
        return switch (question.kind()) {
            case SINGLE -> ids(response).size() == 1 && options.containsAll(ids(response));
            case MULTIPLE -> !response.isEmpty() && options.containsAll(ids(response));
            case ORDER -> {
                List<String> given = ids(response);
                yield given.size() == question.items().size()
                        && Set.copyOf(given)
                                .equals(Set.copyOf(
                                        question.items().stream().map(Item::id).toList()));
            }
            case SHORT -> !response.isBlank();
            case COURSE, SECTION, TEXT, IMAGE, VIDEO, CALLOUT -> false;
        };
    }

    private static List<String> ids(String response) {
        return response.isEmpty() ? List.of() : List.of(response.split(" "));
    }

    private static String plain(String words) {
        String wide = Normalizer.normalize(words, Normalizer.Form.NFKD);
        return SPACES.matcher(IMMATERIAL.matcher(wide).replaceAll(""))
                .replaceAll(" ")
                .strip()
                .toLowerCase(Locale.ROOT);
    }
}
