package org.mangrove.core.learning;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mangrove.core.content.Amount;
import org.mangrove.core.content.Branches;
import org.mangrove.core.content.EffectiveBlock;
import org.mangrove.core.content.EffectiveBlock.Item;

/** Says whether an answer is right. */
public final class Grading {

    /** What does not make a written answer another one: punctuation, signs of vowels, the width of letters. */
    private static final Pattern IMMATERIAL = Pattern.compile("[\\p{M}\\p{Punct}\\p{IsPunctuation}\\u0640]+");

    private static final Pattern SPACES = Pattern.compile("\\s+");

    private Grading() {}

    /** @param response ids with one space between them, pairs such as {@code a:x}, a number in ASCII, or words */
    public static boolean isRight(EffectiveBlock question, String response) {
        return switch (question.kind()) {
            case SINGLE, MULTIPLE -> Set.copyOf(ids(response)).equals(question.correct());
            case ORDER ->
                ids(response).equals(question.items().stream().map(Item::id).toList());
            case SHORT ->
                !plain(response).isEmpty()
                        && question.accepted().stream().map(Grading::plain).anyMatch(plain(response)::equals);
            case MATCH -> pairs(response).equals(rightPairs(question));
            case NUMBER ->
                judge(question, response).filter(Amount.Judgement.RIGHT::equals).isPresent();
            case HOTSPOT -> question.correct().contains(response);
            case SCENARIO ->
                Walk.of(question, response)
                        .end()
                        .filter(Branches.End.GOOD::equals)
                        .isPresent();
            case COURSE, SECTION, TEXT, IMAGE, VIDEO, CALLOUT, RULE, PACKAGE, TABLE, CODE, ACCORDION, AUDIO, FILE ->
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
            case MATCH -> {
                Map<String, String> given = pairs(response);
                Set<String> targets = question.targets().stream().map(Item::id).collect(Collectors.toSet());
                yield given.keySet().equals(Set.copyOf(options)) && targets.containsAll(given.values());
            }
            case NUMBER -> judge(question, response).isPresent();
            case HOTSPOT -> options.contains(response);
            case SCENARIO -> {
                Walk walk = Walk.of(question, response);
                yield walk.text().equals(response) && walk.end().isPresent();
            }
            case COURSE, SECTION, TEXT, IMAGE, VIDEO, CALLOUT, RULE, PACKAGE, TABLE, CODE, ACCORDION, AUDIO, FILE ->
                false;
        };
    }

    /** On which side of the right number somebody is; empty if what they said is none. */
    public static Optional<Amount.Judgement> judge(EffectiveBlock question, String response) {
        return Amount.isValue(response)
                ? question.amount().map(amount -> amount.judge(new BigDecimal(response)))
                : Optional.empty();
    }

    /** What was said to belong together, by option: {@code a:x b:y}. */
    public static Map<String, String> pairs(String response) {
        var pairs = new TreeMap<String, String>();
        for (String pair : ids(response)) {
            String[] parts = pair.split(":", 2);
            pairs.put(parts[0], parts.length < 2 ? "" : parts[1]);
        }
        return pairs;
    }

    private static Map<String, String> rightPairs(EffectiveBlock question) {
        var pairs = new TreeMap<String, String>();
        question.options().forEach(option -> pairs.put(option.id(), question.pairOf(option.id())));
        return pairs;
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
