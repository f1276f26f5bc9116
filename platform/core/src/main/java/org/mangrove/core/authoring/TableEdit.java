package org.mangrove.core.authoring;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.mangrove.core.content.BlockFields;
import org.mangrove.core.content.TableFields;
import org.mangrove.core.lineage.Block;
import org.mangrove.core.lineage.Field;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.sdk.Message;

/** The rows and columns of a table: put in, taken out, moved. What stands in a cell goes along with its row and column. */
public final class TableEdit {

    /** Rows or columns. */
    public enum Line {
        ROW("rows", "r", TableFields.MOST_ROWS),
        COLUMN("columns", "c", TableFields.MOST_COLUMNS);

        private final String field;
        private final String prefix;
        private final int most;

        Line(String field, String prefix, int most) {
            this.field = field;
            this.prefix = prefix;
            this.most = most;
        }

        private Predicate<String> cellsOf(String id) {
            return this == ROW
                    ? path -> path.startsWith("cells." + id + ".")
                    : path -> path.startsWith("cells.") && path.endsWith("." + id);
        }
    }

    private TableEdit() {}

    /** @return the block with one more behind the last one */
    public static Block adding(Block block, Line line) {
        List<String> ids = new ArrayList<>(BlockFields.ids(block, line.field));
        if (ids.size() >= line.most) {
            throw new Refusal.Conflict(Message.of("authoring.table.too-many").with("limit", line.most));
        }
        ids.add(Stream.iterate(ids.size() + 1, number -> number + 1)
                .map(number -> line.prefix + number)
                .filter(id -> !ids.contains(id))
                .findFirst()
                .orElseThrow());
        return block.with(line.field, Field.ids(ids));
    }

    /** @return the block without it and all that stood in it */
    public static Block removing(Block block, Line line, String id) {
        List<String> ids = new ArrayList<>(BlockFields.ids(block, line.field));
        if (!ids.remove(id)) {
            return block;
        }
        var fields = new TreeMap<>(block.fields());
        fields.keySet().removeIf(line.cellsOf(id));
        fields.put(line.field, Field.ids(ids));
        return new Block(block.id(), block.kind(), fields);
    }

    public static Block moving(Block block, Line line, String id, boolean isBack) {
        List<String> ids = new ArrayList<>(BlockFields.ids(block, line.field));
        int at = ids.indexOf(id);
        int to = isBack ? at - 1 : at + 1;
        if (at < 0 || to < 0 || to >= ids.size()) {
            return block;
        }
        Collections.swap(ids, at, to);
        return block.with(line.field, Field.ids(ids));
    }
}
