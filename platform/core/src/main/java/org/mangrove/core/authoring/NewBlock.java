package org.mangrove.core.authoring;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mangrove.core.content.BlockFields;
import org.mangrove.core.content.TableFields;
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
            case MATCH -> {
                fields.put("options", Field.ids(List.of("a", "b", "c")));
                fields.put("targets", Field.ids(List.of("x", "y", "z")));
            }
            case HOTSPOT -> fields.put("options", Field.ids(List.of("a", "b", "c")));
            case SCENARIO -> fields.putAll(Scenes.first());
            case NUMBER -> {}
            case TABLE -> {
                fields.put("rows", Field.ids(List.of("r1", "r2", "r3")));
                fields.put("columns", Field.ids(List.of("c1", "c2")));
                fields.put("heads", Field.neutral(TableFields.HEADS.getFirst()));
            }
            case CODE -> fields.put("code", Field.neutral(""));
            case ACCORDION -> fields.put("parts", Field.ids(List.of("a", "b")));
            case COURSE, SECTION, TEXT, IMAGE, VIDEO, AUDIO, FILE, SHORT, RULE, PACKAGE -> {}
        }
        return new Block(id, kind, fields);
    }

    /** How many of them a block can have. */
    static int mostChoices(BlockKind kind) {
        return kind == BlockKind.ACCORDION ? BlockFields.MOST_PARTS : MOST_CHOICES;
    }

    /**
     * What its choices are called: {@code options}, {@code items} to be put in order, or the {@code parts} of an accordion; empty if
     * there is nothing to choose.
     */
    public static String choices(BlockKind kind) {
        return switch (kind) {
            case SINGLE, MULTIPLE -> "options";
            case ORDER -> "items";
            case MATCH, HOTSPOT -> "options";
            case ACCORDION -> "parts";
            case NUMBER, SCENARIO -> "";
            case COURSE, SECTION, TEXT, IMAGE, VIDEO, CALLOUT, SHORT, RULE, PACKAGE, TABLE, CODE, AUDIO, FILE -> "";
        };
    }
}
