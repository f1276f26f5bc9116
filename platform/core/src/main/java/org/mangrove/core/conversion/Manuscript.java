package org.mangrove.core.conversion;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.commonmark.node.Node;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.sdk.Message;

/** What a reader of a format has found so far. It has an end: of pieces, of words, of pictures, and of time. */
final class Manuscript {

    private static final int MOST_PIECES = 20_000;
    private static final int MOST_CHARACTERS = 1_000_000;
    private static final int MOST_PICTURE_BYTES = 48 * 1024 * 1024;
    private static final int MOST_REMARKS = 300;
    private static final int LONGEST_DETAIL = 80;
    private static final int LONGEST_HEADING = 300;

    private record Told(Loss loss, Place place, String detail) {}

    private final Deadline deadline;
    private final List<Piece> pieces = new ArrayList<>();
    private final SortedMap<Digest, Picture> pictures = new TreeMap<>();
    private final Map<Told, Integer> remarks = new LinkedHashMap<>();
    private String title = "";
    private String summary = "";
    private Optional<Locale> language = Optional.empty();
    private int characters;
    private long pictureBytes;

    Manuscript(Deadline deadline) {
        this.deadline = deadline;
    }

    /** To be called at each step of whatever takes long. */
    void goOn() {
        deadline.check();
    }

    void title(String said) {
        if (title.isEmpty()) {
            title = oneLine(said);
        }
    }

    void summary(String said) {
        if (summary.isEmpty()) {
            summary = oneLine(said);
        }
    }

    /** What a document says about its language; nonsense is not listened to. */
    void language(String tag) {
        Locale said = Locale.forLanguageTag(tag.strip().replace('_', '-'));
        if (language.isEmpty() && !said.getLanguage().isEmpty()) {
            language = Optional.of(said);
        }
    }

    void heading(int level, String text) {
        String line = oneLine(text);
        if (!line.isEmpty()) {
            add(new Piece.Heading(level, line), line.length());
        }
    }

    void prose(Node block, Place place) {
        int length = MarkdownWriter.plain(block).length();
        if (length > 0) {
            add(new Piece.Prose(block, place), length);
        }
    }

    void aside(List<Node> blocks, Place place) {
        int length = blocks.stream()
                .mapToInt(block -> MarkdownWriter.plain(block).length())
                .sum();
        if (length > 0) {
            add(new Piece.Aside(blocks, place), length);
        }
    }

    /** A table where it can be one, else a list of which is told. */
    void table(Grid grid, Place place) {
        if (grid.isRegular()) {
            add(
                    new Piece.Cells(grid, place),
                    grid.rows().stream()
                            .flatMap(List::stream)
                            .mapToInt(String::length)
                            .sum());
        } else {
            remark(Loss.TABLE, place, grid.caption());
            TableAsList.of(grid.rows(), grid.isHeaded()).ifPresent(list -> prose(list, place));
        }
    }

    void picture(byte[] bytes, String alt, String caption, Place place, String detail) {
        switch (Picture.judge(bytes)) {
            case Picture.Judged.Refused(Loss why) -> remark(why, place, detail);
            case Picture.Judged.Fine(Picture picture) -> {
                pictureBytes += pictures.put(picture.digest(), picture) == null ? picture.bytes().length : 0;
                if (pictureBytes > MOST_PICTURE_BYTES) {
                    throw tooMuch();
                }
                String words = oneLine(alt);
                if (words.isEmpty()) {
                    remark(Loss.PICTURE_WITHOUT_WORDS, place, detail);
                }
                add(new Piece.Image(picture.digest(), words, oneLine(caption)), words.length());
            }
        }
    }

    void remark(Loss loss, Place place, String detail) {
        goOn();
        String shown = Written.beginning(oneLine(detail), LONGEST_DETAIL);
        var told = new Told(loss, place, shown);
        if (remarks.size() < MOST_REMARKS || remarks.containsKey(told)) {
            remarks.merge(told, 1, Integer::sum);
        } else {
            remarks.merge(new Told(loss, Place.EVERYWHERE, ""), 1, Integer::sum);
        }
    }

    List<Piece> pieces() {
        return Collections.unmodifiableList(pieces);
    }

    SortedMap<Digest, Picture> pictures() {
        return Collections.unmodifiableSortedMap(pictures);
    }

    List<Remark> remarks() {
        return remarks.entrySet().stream()
                .map(each -> new Remark(
                        each.getKey().loss(),
                        each.getKey().place(),
                        each.getKey().detail(),
                        each.getValue()))
                .toList();
    }

    String title() {
        return title;
    }

    String summary() {
        return summary;
    }

    Optional<Locale> language() {
        return language;
    }

    private void add(Piece piece, int length) {
        goOn();
        characters += length;
        if (pieces.size() >= MOST_PIECES || characters > MOST_CHARACTERS) {
            throw tooMuch();
        }
        pieces.add(piece);
    }

    private static Refusal.Invalid tooMuch() {
        return new Refusal.Invalid("document", Message.of("conversion.document.too-much"));
    }

    private static String oneLine(String text) {
        return Written.beginning(Written.clean(text).replaceAll("\\s+", " ").strip(), LONGEST_HEADING);
    }
}
