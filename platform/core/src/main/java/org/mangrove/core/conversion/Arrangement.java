package org.mangrove.core.conversion;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.mangrove.core.content.TableFields;
import org.mangrove.core.lineage.Block;
import org.mangrove.core.lineage.BlockKind;
import org.mangrove.core.lineage.Field;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.sdk.Message;

/**
 * Makes sections and blocks of a document's parts. The highest headings that occur more than once begin sections, the next ones
 * blocks, and those below stay in the text.
 */
final class Arrangement {

    private static final int MOST_BLOCKS = 1_000;

    private final Manuscript manuscript;
    private final Locale language;
    private final BlockIds ids = new BlockIds();
    private final BlockIds sectionIds = new BlockIds();
    private final List<Block> blocks = new ArrayList<>();

    /** The text that grows until something else begins, and where it began. */
    private final List<Node> text = new ArrayList<>();

    private Place textBegan = Place.EVERYWHERE;
    private String heading = "";
    private String section = "";
    private boolean sectionIsEmpty;

    Arrangement(Manuscript manuscript, Locale language) {
        this.manuscript = manuscript;
        this.language = language;
    }

    /** @param otherwise what the course is called if the document does not say it */
    List<Block> blocks(String otherwise) {
        List<Piece> pieces = new ArrayList<>(manuscript.pieces());
        String title = title(pieces, otherwise);
        if (pieces.isEmpty()) {
            throw new Refusal.Invalid("document", Message.of("conversion.document.nothing-in-it"));
        }
        var course = new TreeMap<String, Field>(Map.of("title", words(title)));
        if (!manuscript.summary().isEmpty()) {
            course.put("summary", words(manuscript.summary()));
        }
        blocks.add(new Block(Block.COURSE_ID, BlockKind.COURSE, course));

        List<Integer> levels = levels(pieces);
        if (!(pieces.getFirst() instanceof Piece.Heading(int level, String any)) || level != levels.getFirst()) {
            beginSection(title);
        }
        for (Piece piece : pieces) {
            manuscript.goOn();
            take(piece, levels);
        }
        endBlock();
        endSection();
        return List.copyOf(blocks);
    }

    /** The one heading above all others is what the course is called. */
    private String title(List<Piece> pieces, String otherwise) {
        List<Integer> levels = levels(pieces);
        if (!levels.isEmpty() && pieces.getFirst() instanceof Piece.Heading(int level, String first)) {
            boolean isAlone = level == levels.getFirst()
                    && pieces.stream()
                                    .filter(piece ->
                                            piece instanceof Piece.Heading(int other, String any) && other == level)
                                    .count()
                            == 1;
            boolean isTheTitle = first.equalsIgnoreCase(manuscript.title());
            if (pieces.size() > 1 && (isTheTitle || isAlone && levels.size() > 1)) {
                pieces.removeFirst();
                return first;
            }
        }
        return !manuscript.title().isEmpty()
                ? manuscript.title()
                : pieces.stream()
                        .filter(Piece.Heading.class::isInstance)
                        .map(piece -> ((Piece.Heading) piece).text())
                        .findFirst()
                        .orElse(otherwise);
    }

    private static List<Integer> levels(List<Piece> pieces) {
        var levels = new TreeSet<Integer>();
        for (Piece piece : pieces) {
            if (piece instanceof Piece.Heading(int level, String any)) {
                levels.add(level);
            }
        }
        return List.copyOf(levels);
    }

    private void take(Piece piece, List<Integer> levels) {
        switch (piece) {
            case Piece.Heading(int level, String said) -> {
                int rank = levels.indexOf(level);
                if (rank == 0) {
                    endBlock();
                    endSection();
                    beginSection(said);
                } else if (rank == 1) {
                    endBlock();
                    heading = said;
                } else {
                    text.add(inner(rank - 1, said));
                }
            }
            case Piece.Prose(Node block, Place place) -> {
                textBegan = text.isEmpty() ? place : textBegan;
                text.add(block);
            }
            case Piece.Image image -> {
                endText();
                image(image);
            }
            case Piece.Cells(Grid grid, Place place) -> {
                endText();
                table(grid, place);
            }
            case Piece.Aside(List<Node> said, Place place) -> {
                endBlock();
                String body = written(said, place);
                add(
                        "note",
                        BlockIds.beginning(body),
                        BlockKind.CALLOUT,
                        Map.of("body", words(body), "tone", Field.neutral("info")));
            }
        }
    }

    private void beginSection(String title) {
        section = title;
        sectionIsEmpty = true;
        String id = Block.SECTION_PREFIX + sectionIds.next("", title, title);
        append(new Block(id, BlockKind.SECTION, new TreeMap<>(Map.of("title", words(title)))));
    }

    /** A section has something in it, and be it only what it is called. */
    private void endSection() {
        if (sectionIsEmpty && !section.isEmpty()) {
            add("", section, BlockKind.TEXT, Map.of("body", words(escaped(section))));
        }
    }

    /** What stands below a heading ends, and a heading with nothing below it is a text. */
    private void endBlock() {
        endText();
        if (!heading.isEmpty()) {
            String said = heading;
            heading = "";
            add("", said, BlockKind.TEXT, Map.of("body", words(escaped(said))));
        }
    }

    private void endText() {
        if (text.isEmpty()) {
            return;
        }
        String body = written(text, textBegan);
        text.clear();
        if (!body.isEmpty()) {
            String named = heading.isEmpty() ? BlockIds.beginning(MarkdownWriter.plain(body)) : heading;
            add("", named, BlockKind.TEXT, withHeading(Map.of("body", words(body))));
        }
    }

    /** Rows and columns are named by what heads them, so that a market's word for a cell stays where rows are put in. */
    private void table(Grid grid, Place place) {
        var fields = new TreeMap<String, Field>();
        String above = heading.isEmpty() ? section : heading;
        String caption = grid.caption().isEmpty() ? above : grid.caption();
        if (grid.caption().isEmpty()) {
            manuscript.remark(Loss.TABLE_WITHOUT_CAPTION, place, caption);
        }
        fields.put("caption", words(caption));
        fields.put("heads", Field.neutral(grid.heads()));
        List<String> rows =
                names("row", grid.rows().stream().map(List::getFirst).toList());
        List<String> columns = names("column", grid.rows().getFirst());
        fields.put("rows", Field.ids(rows));
        fields.put("columns", Field.ids(columns));
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < columns.size(); column++) {
                String said = grid.rows().get(row).get(column);
                if (!said.isEmpty()) {
                    fields.put(TableFields.path(rows.get(row), columns.get(column)), words(said));
                }
            }
        }
        add("table", BlockIds.beginning(caption), BlockKind.TABLE, withHeading(fields));
    }

    private static List<String> names(String otherwise, List<String> heads) {
        var named = new BlockIds();
        return heads.stream()
                .map(head -> named.next("", head.isEmpty() ? otherwise : BlockIds.beginning(head), head))
                .toList();
    }

    private void image(Piece.Image image) {
        var fields = new TreeMap<String, Field>();
        fields.put("media", Field.neutral(image.picture().hex()));
        if (!image.alt().isEmpty()) {
            fields.put("alt", words(image.alt()));
        }
        if (!image.caption().isEmpty()) {
            fields.put("caption", words(image.caption()));
        }
        String named = image.alt().isEmpty() ? image.picture().hex().substring(0, 8) : BlockIds.beginning(image.alt());
        add("picture", named, BlockKind.IMAGE, withHeading(fields));
    }

    private Map<String, Field> withHeading(Map<String, Field> fields) {
        if (heading.isEmpty()) {
            return fields;
        }
        var more = new TreeMap<>(fields);
        more.put("heading", words(heading));
        heading = "";
        return more;
    }

    private void add(String prefix, String named, BlockKind kind, Map<String, Field> fields) {
        String content = fields.values().toString();
        sectionIsEmpty = false;
        append(new Block(ids.next(prefix, named, content), kind, new TreeMap<>(fields)));
    }

    private void append(Block block) {
        if (blocks.size() >= MOST_BLOCKS) {
            throw new Refusal.Invalid("document", Message.of("conversion.document.too-much"));
        }
        blocks.add(block);
    }

    private String written(List<Node> nodes, Place place) {
        MarkdownWriter.Markdown markdown = MarkdownWriter.write(nodes);
        if (markdown.isPlain()) {
            manuscript.remark(Loss.EMPHASIS, place, BlockIds.beginning(MarkdownWriter.plain(markdown.text())));
        }
        return markdown.text();
    }

    private static String escaped(String said) {
        var line = new Inlines();
        line.add(said, Inlines.Look.PLAIN);
        return MarkdownWriter.write(List.of(line.paragraph())).text();
    }

    private static Heading inner(int level, String said) {
        var inner = new Heading();
        inner.setLevel(Math.min(3, level));
        inner.appendChild(new Text(said));
        return inner;
    }

    private Field words(String said) {
        return Field.words(new TreeMap<>(Map.of(language.toLanguageTag(), said)));
    }
}
