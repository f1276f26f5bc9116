package org.mangrove.core.adaptation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.mangrove.core.content.CourseFields;
import org.mangrove.core.lineage.Adaptation;
import org.mangrove.core.lineage.Change;
import org.mangrove.core.lineage.Field;
import org.mangrove.core.lineage.Overlay;
import org.mangrove.core.lineage.Terms;

/**
 * One thing that a market does of its own, in words: no files, and nobody who wrote or approved it.
 *
 * @param field of the block; empty if it is about the block as a whole
 * @param base by language, what was above when the market said it
 * @param words by language, what the market says; none if it leaves something out
 * @param after the block behind which a text of the market's own stands; empty for all else
 */
public record SharedText(
        Kind kind,
        String block,
        String field,
        Map<String, String> base,
        Map<String, String> words,
        String reason,
        Optional<String> legalReference,
        Optional<String> after) {

    private static final int MOST_LANGUAGES = 60;
    private static final int LONGEST_TEXT = 20_000;

    /** What is done. */
    public enum Kind {
        SAID,
        ADDED,
        EMPTIED,
        LEFT_OUT,
        MOVED
    }

    public SharedText {
        base = new TreeMap<>(base);
        words = new TreeMap<>(words);
        boolean makesSense = !block.isBlank() && isShort(base) && isShort(words) && reason.length() <= Terms.LONGEST;
        if (!makesSense) {
            throw new IllegalArgumentException("Nothing that a market could say");
        }
    }

    private static boolean isShort(Map<String, String> words) {
        return words.size() <= MOST_LANGUAGES
                && words.values().stream().allMatch(text -> text.length() <= LONGEST_TEXT);
    }

    /** By which the place is known. */
    public String subject() {
        return block + "/" + field;
    }

    /**
     * What an overlay says in words.
     *
     * @param subject of one change; empty for all of them
     */
    static List<SharedText> of(Overlay overlay, String subject, Instant at) {
        return overlay.adaptations().stream()
                .filter(adaptation -> adaptation.holdsAt(at))
                .filter(adaptation ->
                        subject.isEmpty() || adaptation.change().subject().equals(subject))
                .flatMap(SharedText::of)
                .toList();
    }

    private static Stream<SharedText> of(Adaptation adaptation) {
        return switch (adaptation.change()) {
            case Change.Set(String block, String field, Field value) ->
                CourseFields.isText(field, value)
                        ? Stream.of(of(Kind.SAID, block, field, Optional.of(value), adaptation, Optional.empty()))
                        : Stream.of();
            case Change.Clear(String block, String field) ->
                Stream.of(of(Kind.EMPTIED, block, field, Optional.empty(), adaptation, Optional.empty()));
            case Change.Hide(String block) ->
                Stream.of(of(Kind.LEFT_OUT, block, "", Optional.empty(), adaptation, Optional.empty()));
            case Change.Move(String block, String after, List<String> trail) ->
                Stream.of(of(Kind.MOVED, block, "", Optional.empty(), adaptation, Optional.of(after)));
            case Change.InsertAfter insertion ->
                insertion.inserted().fields().entrySet().stream()
                        .filter(field -> CourseFields.isText(field.getKey(), field.getValue()))
                        .sorted(Map.Entry.comparingByKey(CourseFields.readingOrder()))
                        .map(field -> of(
                                Kind.ADDED,
                                insertion.inserted().id(),
                                field.getKey(),
                                Optional.of(field.getValue()),
                                adaptation,
                                Optional.of(insertion.block())));
        };
    }

    private static SharedText of(
            Kind kind,
            String block,
            String field,
            Optional<Field> value,
            Adaptation adaptation,
            Optional<String> after) {
        return new SharedText(
                kind,
                block,
                field,
                words(adaptation.base()),
                words(value),
                adaptation.reason(),
                adaptation.legalReference(),
                after);
    }

    private static Map<String, String> words(Optional<Field> field) {
        return field.filter(Field.Worded.class::isInstance)
                .map(worded -> (Map<String, String>) ((Field.Worded) worded).words())
                .orElseGet(TreeMap::new);
    }

    /** All that somebody could read in it. */
    Stream<String> everything() {
        return Stream.of(words.values().stream(), base.values().stream(), Stream.of(reason), legalReference.stream())
                .flatMap(all -> all);
    }
}
