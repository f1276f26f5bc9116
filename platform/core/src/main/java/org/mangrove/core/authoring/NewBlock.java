package org.mangrove.core.authoring;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mangrove.core.content.BlockFields;
import org.mangrove.core.lineage.Block;
import org.mangrove.core.lineage.BlockKind;
import org.mangrove.core.lineage.Field;

/** How blocks begin, and what can be put into them and taken out again. */
public final class NewBlock {

    /** As many answers as a reader can hold side by side. */
    public static final int MOST_CHOICES = 12;

    private NewBlock() {}

    static Block of(String id, BlockKind kind) {
        SortedMap<String, Field> fields = new TreeMap<>();
        switch (kind) {
            case CALLOUT -> fields.put("tone", Field.neutral(BlockFields.TONES.getFirst()));
            case SINGLE, MULTIPLE -> fields.put("options", Field.ids(List.of("a", "b", "c")));
            case ORDER -> fields.put("items", Field.ids(List.of("a", "b", "c")));
            case COURSE, SECTION, TEXT, IMAGE, VIDEO, SHORT -> {}
        }
        return new Block(id, kind, fields);
    }

    /** What its choices are called: {@code options}, or {@code items} to be put in order; empty if there is nothing to choose. */
    public static String choices(BlockKind kind) {
        return switch (kind) {
            case SINGLE, MULTIPLE -> "options";
            case ORDER -> "items";
            case COURSE, SECTION, TEXT, IMAGE, VIDEO, CALLOUT, SHORT -> "";
        };
    }
}
