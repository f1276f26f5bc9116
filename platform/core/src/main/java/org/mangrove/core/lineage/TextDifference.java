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
        List<String> now = TextMerge.pieces(after, by);
        var pieces = new ArrayList<Piece>();
        int oldDone = 0;
        int nowDone = 0;
        for (Edit edit : joined(DiffUtils.diff(old, now).getDeltas(), old)) {
            add(pieces, Kind.SAME, old.subList(oldDone, edit.from()));
            add(pieces, Kind.GONE, old.subList(edit.from(), edit.to()));
            add(pieces, Kind.NEW, now.subList(edit.nowFrom(), edit.nowTo()));
            oldDone = edit.to();
            nowDone = edit.nowTo();
        }
        add(pieces, Kind.SAME, now.subList(nowDone, now.size()));
        return new TextDifference(pieces);
    }

    /** What was in a place, and what is there now. */
    private record Edit(int from, int to, int nowFrom, int nowTo) {

        static Edit of(AbstractDelta<String> delta) {
            return new Edit(
                    delta.getSource().getPosition(),
                    delta.getSource().getPosition() + delta.getSource().size(),
                    delta.getTarget().getPosition(),
                    delta.getTarget().getPosition() + delta.getTarget().size());
        }
    }

    /** Changes with nothing but spaces between are one: it is read in one go. */
    private static List<Edit> joined(List<AbstractDelta<String>> deltas, List<String> old) {
        var edits = new ArrayList<Edit>();
        for (AbstractDelta<String> delta : deltas) {
            Edit edit = Edit.of(delta);
            boolean goesOn = !edits.isEmpty()
                    && String.join("", old.subList(edits.getLast().to(), edit.from()))
                            .isBlank();
            if (goesOn) {
                Edit last = edits.removeLast();
                edits.add(new Edit(last.from(), edit.to(), last.nowFrom(), edit.nowTo()));
            } else {
                edits.add(edit);
            }
        }
        return edits;
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
