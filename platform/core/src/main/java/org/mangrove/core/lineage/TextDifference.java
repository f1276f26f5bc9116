package org.mangrove.core.lineage;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.ibm.icu.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What has become of a text, word by word as {@link TextMerge} tells words.
 *
 * @param pieces in the order of reading; what went stands before what came in its place
 */
public record TextDifference(List<Piece> pieces) {

    /** What became of a piece. */
    public enum Kind {
        SAME,
        GONE,
        NEW
    }

    public record Piece(Kind kind, String text) {}

    public TextDifference {
        pieces = List.copyOf(pieces);
    }

    /** @param language in which both are */
    public static TextDifference of(String before, String after, Locale language) {
        BreakIterator by = TextMerge.breaks(before, language);
        List<String> old = TextMerge.pieces(before, by);
        var pieces = new ArrayList<Piece>();
        int done = 0;
        for (AbstractDelta<String> delta :
                DiffUtils.diff(old, TextMerge.pieces(after, by)).getDeltas()) {
            int from = delta.getSource().getPosition();
            add(pieces, Kind.SAME, old.subList(done, from));
            add(pieces, Kind.GONE, delta.getSource().getLines());
            add(pieces, Kind.NEW, delta.getTarget().getLines());
            done = from + delta.getSource().size();
        }
        add(pieces, Kind.SAME, old.subList(done, old.size()));
        return new TextDifference(pieces);
    }

    private static void add(List<Piece> pieces, Kind kind, List<String> words) {
        if (!words.isEmpty()) {
            pieces.add(new Piece(kind, String.join("", words)));
        }
    }

    public boolean isNone() {
        return pieces.stream().allMatch(piece -> piece.kind() == Kind.SAME);
    }
}
