package org.mangrove.core.authoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.mangrove.core.lineage.Block;
import org.mangrove.core.lineage.BlockKind;
import org.mangrove.core.lineage.Field;

/** Blocks and drafts to try things on. */
final class Blocks {

    private Blocks() {}

    static Block text(String id, Map<String, String> body) {
        return new Block(
                id, BlockKind.TEXT, new TreeMap<>(body.isEmpty() ? Map.of() : Map.of("body", Field.words(body))));
    }

    static Block text(String id, String english) {
        return text(id, Map.of("en", english));
    }

    static Block section(String id) {
        return new Block(
                Block.SECTION_PREFIX + id,
                BlockKind.SECTION,
                new TreeMap<>(Map.of("title", Field.words(Map.of("en", id)))));
    }

    static Block course() {
        return new Block(
                Block.COURSE_ID,
                BlockKind.COURSE,
                new TreeMap<>(Map.of("title", Field.words(Map.of("en", "A course")))));
    }

    /** The course's own block, then the rest. */
    static DraftContent draft(Block... rest) {
        var blocks = new ArrayList<Block>();
        blocks.add(course());
        blocks.addAll(List.of(rest));
        return new DraftContent(new TreeMap<>(), List.of(Locale.ENGLISH), blocks, List.of());
    }

    static List<String> ids(DraftContent content) {
        return content.blocks().stream().map(Block::id).toList();
    }
}
