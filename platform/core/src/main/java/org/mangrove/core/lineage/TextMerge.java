package org.mangrove.core.lineage;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.ibm.icu.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Merges two texts that were made of a third one, by word: what was changed on one side alone is taken from there, what both
 * changed alike is taken once, and what both changed differently is in dispute. Changes that touch each other are in dispute,
 * too: where no word between them stayed as it was, nobody can say that the one knew nothing of the other.
 *
 * <p>Words are those of the language (Unicode Standard Annex 29, with dictionaries where a script has no spaces).
 *
 * @param parts in the order of reading; two that agree never stand side by side
 */
public record TextMerge(List<Part> parts) {

    /** A text of more words than this is compared by its sentences: the comparison takes the product of words and changes. */
    private static final int MOST_WORDS = 4_000;

    /** A piece of the merged text. */
    public sealed interface Part {

        /** What holds, whoever changed it. */
        record Agreed(String text) implements Part {}

        /** What both have changed, and how. */
        record Disputed(String base, String ours, String theirs) implements Part {}
    }

    public TextMerge {
        parts = List.copyOf(parts);
    }

    /** @param language in which all three are */
    public static TextMerge of(String base, String ours, String theirs, Locale language) {
        BreakIterator by = breaks(base, language);
        return of(base, ours, theirs, text -> pieces(text, by));
    }

    /** Where a text like this one is taken apart. */
    static BreakIterator breaks(String text, Locale language) {
        BreakIterator words = BreakIterator.getWordInstance(language);
        return pieces(text, words).size() > MOST_WORDS ? BreakIterator.getSentenceInstance(language) : words;
    }

    /** The same of ids with spaces between, which are taken as a whole. */
    public static TextMerge ofIds(String base, String ours, String theirs) {
        return of(base, ours, theirs, text -> List.of(text.split("(?= )|(?<= )")));
    }

    private static TextMerge of(String base, String ours, String theirs, Function<String, List<String>> pieces) {
        List<String> before = pieces.apply(base);
        return new Merging(before, changes(before, pieces.apply(ours)), changes(before, pieces.apply(theirs))).merged();
    }

    public boolean isClean() {
        return parts.stream().noneMatch(Part.Disputed.class::isInstance);
    }

    /** The merged text, with our words where it is in dispute. */
    public String text() {
        return parts.stream()
                .map(part -> switch (part) {
                    case Part.Agreed(String text) -> text;
                    case Part.Disputed(String base, String ours, String theirs) -> ours;
                })
                .collect(Collectors.joining());
    }

    static List<String> pieces(String text, BreakIterator by) {
        by.setText(text);
        var pieces = new ArrayList<String>();
        int from = by.first();
        for (int to = by.next(); to != BreakIterator.DONE; from = to, to = by.next()) {
            pieces.add(text.substring(from, to));
        }
        return pieces;
    }

    private static List<Edit> changes(List<String> before, List<String> after) {
        return DiffUtils.diff(before, after).getDeltas().stream().map(Edit::of).toList();
    }

    /** Words of the base, from one to before another, that one side has put others in the place of. */
    private record Edit(int from, int to, String put) {

        static Edit of(AbstractDelta<String> delta) {
            int from = delta.getSource().getPosition();
            return new Edit(
                    from,
                    from + delta.getSource().size(),
                    String.join("", delta.getTarget().getLines()));
        }
    }

    /** Goes through both lists of edits at once. */
    private static final class Merging {

        private final List<String> base;
        private final List<Edit> ours;
        private final List<Edit> theirs;
        private final List<Part> parts = new ArrayList<>();
        private final StringBuilder agreed = new StringBuilder();
        private int ourNext;
        private int theirNext;

        Merging(List<String> base, List<Edit> ours, List<Edit> theirs) {
            this.base = base;
            this.ours = ours;
            this.theirs = theirs;
        }

        TextMerge merged() {
            int done = 0;
            while (ourNext < ours.size() || theirNext < theirs.size()) {
                int from = Math.min(begin(ours, ourNext), begin(theirs, theirNext));
                agreed.append(between(done, from));
                done = mergeRegion(from);
            }
            agreed.append(between(done, base.size()));
            endAgreed();
            return new TextMerge(parts);
        }

        /** All edits that touch each other, of both sides. @return behind the last word of the base that they change */
        private int mergeRegion(int from) {
            int to = from;
            int ourFirst = ourNext;
            int theirFirst = theirNext;
            boolean grows = true;
            while (grows) {
                grows = false;
                while (ourNext < ours.size() && ours.get(ourNext).from() <= to) {
                    to = Math.max(to, ours.get(ourNext++).to());
                    grows = true;
                }
                while (theirNext < theirs.size() && theirs.get(theirNext).from() <= to) {
                    to = Math.max(to, theirs.get(theirNext++).to());
                    grows = true;
                }
            }
            String here = changed(from, to, ours.subList(ourFirst, ourNext));
            String there = changed(from, to, theirs.subList(theirFirst, theirNext));
            if (theirFirst == theirNext || here.equals(there)) {
                agreed.append(here);
            } else if (ourFirst == ourNext) {
                agreed.append(there);
            } else {
                endAgreed();
                parts.add(new Part.Disputed(between(from, to), here, there));
            }
            return to;
        }

        private String changed(int from, int to, List<Edit> edits) {
            var text = new StringBuilder();
            int done = from;
            for (Edit edit : edits) {
                text.append(between(done, edit.from())).append(edit.put());
                done = edit.to();
            }
            return text.append(between(done, to)).toString();
        }

        private void endAgreed() {
            if (!agreed.isEmpty()) {
                parts.add(new Part.Agreed(agreed.toString()));
                agreed.setLength(0);
            }
        }

        private String between(int from, int to) {
            return String.join("", base.subList(from, to));
        }

        private static int begin(List<Edit> edits, int next) {
            return next < edits.size() ? edits.get(next).from() : Integer.MAX_VALUE;
        }
    }
}
