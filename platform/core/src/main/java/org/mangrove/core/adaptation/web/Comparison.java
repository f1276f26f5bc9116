package org.mangrove.core.adaptation.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.mangrove.core.adaptation.DeskText;
import org.mangrove.core.lineage.Field;
import org.mangrove.core.lineage.TextDifference;

/**
 * One text in one language, as it was above when the market changed it, as it is above now, and as the market says it.
 *
 * @param above from what was to what is; empty if it is not there in this language
 * @param ours from what was to what the market says; empty if the market says nothing in this language
 */
public record Comparison(Locale language, String base, Optional<TextDifference> above, Optional<TextDifference> ours) {

    /** In each language that somebody speaks there. */
    static List<Comparison> of(DeskText text) {
        var tags = new TreeSet<String>();
        List.of(text.base(), text.above(), text.said()).forEach(field -> tags.addAll(tags(field)));
        var all = new ArrayList<Comparison>();
        for (String tag : tags) {
            Locale language = tag.equals(Locale.ROOT.toLanguageTag()) ? Locale.ROOT : Locale.forLanguageTag(tag);
            String base = words(text.base(), tag).orElse("");
            String before =
                    text.base().isPresent() ? base : words(text.above(), tag).orElse("");
            all.add(new Comparison(
                    language,
                    before,
                    words(text.above(), tag).map(now -> TextDifference.of(before, now, language)),
                    words(text.said(), tag).map(own -> TextDifference.of(before, own, language))));
        }
        return all;
    }

    private static List<String> tags(Optional<Field> field) {
        return field.map(value -> switch (value) {
                    case Field.Worded worded -> List.copyOf(worded.words().keySet());
                    case Field.Neutral same -> List.of(Locale.ROOT.toLanguageTag());
                })
                .orElse(List.of());
    }

    boolean isChanged() {
        return above.filter(TextDifference::isNone).isEmpty()
                || ours.filter(difference -> !difference.isNone()).isPresent();
    }

    static Optional<String> words(Optional<Field> field, String tag) {
        return field.flatMap(value -> switch (value) {
            case Field.Worded worded -> Optional.ofNullable(worded.words().get(tag));
            case Field.Neutral(String same) ->
                tag.equals(Locale.ROOT.toLanguageTag()) ? Optional.of(same) : Optional.<String>empty();
        });
    }
}
