package org.mangrove.core.conversion;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;

/** What cannot be a table of a course becomes a list: each row is an item that says what each of its cells is. */
final class TableAsList {

    private TableAsList() {}

    /**
     * @param rows the cells of each row, as plain text
     * @param headed whether the first row says what the columns are
     */
    static Optional<Node> of(List<List<String>> rows, boolean headed) {
        boolean hasHead = headed && rows.size() > 1;
        List<String> head = hasHead ? rows.getFirst() : List.of();
        ListBlock list = ListInTheMaking.list(false);
        for (List<String> row : rows.subList(hasHead ? 1 : 0, rows.size())) {
            var line = new Inlines();
            IntStream.range(0, row.size())
                    .filter(column -> !row.get(column).isBlank())
                    .forEach(column -> cell(line, column < head.size() ? head.get(column) : "", row.get(column)));
            if (!line.isBlank()) {
                var item = new ListItem();
                item.appendChild(line.paragraph());
                list.appendChild(item);
            }
        }
        return list.getFirstChild() == null ? Optional.empty() : Optional.of(list);
    }

    private static void cell(Inlines line, String column, String text) {
        if (!line.isBlank()) {
            line.add("; ", Inlines.Look.PLAIN);
        }
        if (!column.isBlank()) {
            line.add(flat(column) + ":", Inlines.Look.PLAIN.strongly());
            line.add(" ", Inlines.Look.PLAIN);
        }
        line.add(flat(text), Inlines.Look.PLAIN);
    }

    private static String flat(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
