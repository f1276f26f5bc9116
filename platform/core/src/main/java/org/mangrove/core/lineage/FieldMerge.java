package org.mangrove.core.lineage;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What becomes of a field that a space has changed when the field changes above it, too. The three that are compared: what was
 * above when the space changed it, what the space says, and what is above now.
 */
public sealed interface FieldMerge {

    /** Nothing has changed above: what the space says stays. */
    record Untouched() implements FieldMerge {}

    /** Above it says now what the space says. The space's word stays its own: it may have been given for a reason of its own. */
    record Equal() implements FieldMerge {}

    /** Both have changed, and neither touches what the other has changed. */
    record Joined(Field value) implements FieldMerge {}

    /**
     * Both have changed the same, or nobody can tell: a person decides.
     *
     * @param byLanguage what is in dispute, by BCP 47 tag; {@code und} for what is the same in every language. A language that
     *     only the space speaks is not among them, though what it was made of has changed
     */
    record Disputed(SortedMap<String, TextMerge> byLanguage) implements FieldMerge {}

    static FieldMerge of(Optional<Field> base, Optional<Field> ours, Optional<Field> theirs) {
        if (base.equals(theirs)) {
            return new Untouched();
        }
        if (ours.equals(theirs)) {
            return new Equal();
        }
        if (base.isPresent() && ours.isPresent() && theirs.isPresent()) {
            return of(base.get(), ours.get(), theirs.get());
        }
        return new Disputed(new TreeMap<>());
    }

    private static FieldMerge of(Field base, Field ours, Field theirs) {
        if (base instanceof Field.Worded one
                && ours instanceof Field.Worded two
                && theirs instanceof Field.Worded three) {
            return words(one.words(), two.words(), three.words());
        }
        if (base instanceof Field.Neutral(String one)
                && ours instanceof Field.Neutral(String two)
                && theirs instanceof Field.Neutral(String three)) {
            TextMerge merge = TextMerge.ofIds(one, two, three);
            if (merge.isClean()) {
                return new Joined(Field.neutral(merge.text()));
            }
            var disputed = new TreeMap<String, TextMerge>();
            disputed.put(Locale.ROOT.toLanguageTag(), merge);
            return new Disputed(disputed);
        }
        return new Disputed(new TreeMap<>());
    }

    /** Of the languages that the space speaks: in those it leaves out it says what it says in others. */
    private static FieldMerge words(
            SortedMap<String, String> base, SortedMap<String, String> ours, SortedMap<String, String> theirs) {
        var joined = new TreeMap<String, String>();
        var disputed = new TreeMap<String, TextMerge>();
        boolean nobodyCanTell = false;
        for (var word : ours.entrySet()) {
            String language = word.getKey();
            Optional<String> before = Optional.ofNullable(base.get(language));
            Optional<String> now = Optional.ofNullable(theirs.get(language));
            if (before.equals(now)) {
                joined.put(language, word.getValue());
                nobodyCanTell |= before.isEmpty() && !Objects.equals(base, theirs);
                continue;
            }
            TextMerge merge =
                    TextMerge.of(before.orElse(""), word.getValue(), now.orElse(""), Locale.forLanguageTag(language));
            joined.put(language, merge.text());
            if (!merge.isClean()) {
                disputed.put(language, merge);
            }
        }
        return nobodyCanTell || !disputed.isEmpty() ? new Disputed(disputed) : new Joined(Field.words(joined));
    }
}
