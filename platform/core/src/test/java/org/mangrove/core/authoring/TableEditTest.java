package org.mangrove.core.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mangrove.core.authoring.TableEdit.Line;
import org.mangrove.core.content.TableFields;
import org.mangrove.core.lineage.Block;
import org.mangrove.core.lineage.BlockKind;
import org.mangrove.core.lineage.Field;
import org.mangrove.core.refusal.Refusal;

class TableEditTest {

    private final Block table = new Block(
            "t",
            BlockKind.TABLE,
            new TreeMap<>(Map.of(
                    "rows", Field.ids(List.of("r1", "r3")),
                    "columns", Field.ids(List.of("c1", "c2")),
                    "heads", Field.neutral("row"),
                    "cells.r1.c1", said("One"),
                    "cells.r1.c2", said("Two"),
                    "cells.r3.c1", said("Three"))));

    @Test
    void a_new_line_has_an_id_that_none_has() {
        assertThat(TableFields.of(TableEdit.adding(table, Line.ROW)).rows()).containsExactly("r1", "r3", "r4");
        assertThat(TableFields.of(TableEdit.adding(table, Line.COLUMN)).columns())
                .containsExactly("c1", "c2", "c3");
    }

    @Test
    void who_takes_a_line_out_takes_out_its_cells_and_no_others() {
        assertThat(TableEdit.removing(table, Line.ROW, "r1").fields())
                .containsOnlyKeys("rows", "columns", "heads", "cells.r3.c1");
        assertThat(TableEdit.removing(table, Line.COLUMN, "c1").fields())
                .containsOnlyKeys("rows", "columns", "heads", "cells.r1.c2");
        assertThat(TableEdit.removing(table, Line.ROW, "c1")).isEqualTo(table);
    }

    @Test
    void what_is_moved_keeps_its_cells() {
        Block moved = TableEdit.moving(table, Line.ROW, "r3", true);

        assertThat(TableFields.of(moved).rows()).containsExactly("r3", "r1");
        assertThat(moved.find("cells.r3.c1")).contains(said("Three"));
        assertThat(TableEdit.moving(table, Line.ROW, "r1", true)).isEqualTo(table);
        assertThat(TableEdit.moving(table, Line.COLUMN, "c2", false)).isEqualTo(table);
    }

    @Test
    void a_table_has_an_end() {
        Block wide = Stream.iterate(table, block -> TableEdit.adding(block, Line.COLUMN))
                .skip(TableFields.MOST_COLUMNS - 2L)
                .findFirst()
                .orElseThrow();

        assertThatExceptionOfType(Refusal.Conflict.class).isThrownBy(() -> TableEdit.adding(wide, Line.COLUMN));
    }

    private static Field said(String text) {
        return Field.words(Map.of("en", text));
    }
}
