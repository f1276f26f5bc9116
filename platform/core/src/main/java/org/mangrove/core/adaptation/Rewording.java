package org.mangrove.core.adaptation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mangrove.core.content.BlockFields;
import org.mangrove.core.content.CourseFields;
import org.mangrove.core.lineage.Block;
import org.mangrove.core.lineage.Field;
import org.mangrove.core.lineage.TextDifference;

/**
 * What readers of one language would get in place of what they get, word by word.
 *
 * @param field of the block
 * @param language {@link Locale#ROOT} if it is the same in all
 */
public record Rewording(String field, Locale language, TextDifference difference) {

    /**
     * @param before empty if the block is new
     * @param after empty if readers would not get it any more
     * @param read the languages that readers there can have: what is not said in others any more, nobody misses
     */
    static List<Rewording> of(Optional<Block> before, Optional<Block> after, Collection<Locale> read) {
        Set<String> missed = read.stream().map(Locale::getLanguage).collect(Collectors.toSet());
        Block any = after.or(() -> before).orElseThrow();
        var all = new ArrayList<Rewording>();
        Stream.of(before, after)
                .flatMap(Optional::stream)
                .flatMap(block -> block.fields().keySet().stream())
                .distinct()
                .sorted(CourseFields.readingOrder(any))
                .forEach(field -> {
                    Map<String, String> was = said(before, field);
                    Map<String, String> would = said(after, field);
                    var tags = new TreeSet<>(would.keySet());
                    was.keySet().stream()
                            .filter(tag -> language(tag) == Locale.ROOT
                                    || missed.contains(language(tag).getLanguage()))
                            .forEach(tags::add);
                    tags.stream()
                            .filter(tag -> !was.getOrDefault(tag, "").equals(would.getOrDefault(tag, "")))
                            .map(Rewording::language)
                            .map(language -> new Rewording(
                                    field,
                                    language,
                                    TextDifference.of(
                                            was.getOrDefault(language.toLanguageTag(), ""),
                                            would.getOrDefault(language.toLanguageTag(), ""),
                                            language)))
                            .forEach(all::add);
                });
        return all;
    }

    private static Locale language(String tag) {
        return tag.equals(Locale.ROOT.toLanguageTag()) ? Locale.ROOT : Locale.forLanguageTag(tag);
    }

    /** By language. Which answers are right is said by what they say. */
    private static Map<String, String> said(Optional<Block> block, String field) {
        if (block.isEmpty()) {
            return Map.of();
        }
        if (field.equals(DeskText.RIGHT_ANSWERS)) {
            var lines = new TreeMap<String, String>();
            BlockFields.ids(block.get(), field).stream()
                    .flatMap(id -> block.get().find("options." + id + ".text").stream())
                    .forEach(option -> words(option).forEach((tag, text) -> lines.merge(tag, text, Rewording::below)));
            return lines;
        }
        return block.get()
                .find(field)
                .filter(there -> CourseFields.isText(field, there) || CourseFields.isAmount(field))
                .map(Rewording::words)
                .orElse(Map.of());
    }

    private static String below(String above, String line) {
        return above + "\n" + line;
    }

    private static Map<String, String> words(Field field) {
        return switch (field) {
            case Field.Worded(Map<String, String> words) -> words;
            case Field.Neutral(String text) -> Map.of(Locale.ROOT.toLanguageTag(), text);
        };
    }
}
