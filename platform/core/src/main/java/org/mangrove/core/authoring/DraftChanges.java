package org.mangrove.core.authoring;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mangrove.core.lineage.Block;
import org.mangrove.core.lineage.BlockKind;
import org.mangrove.core.lineage.Field;
import org.mangrove.core.lineage.TextDifference;

/** What has become of the blocks of a course, one state held against another. */
public record DraftChanges(List<Changed> blocks, boolean isReordered) {

    /** Where there is nothing to hold against. */
    public static final DraftChanges NONE = new DraftChanges(List.of(), false);

    /** What has become of a block. */
    public enum What {
        NEW,
        GONE,
        CHANGED
    }

    /**
     * A block of which something is otherwise.
     *
     * @param texts what it says otherwise, in which language
     * @param structure the fields that hold no words and are otherwise
     */
    public record Changed(String id, BlockKind kind, What what, List<ChangedText> texts, List<String> structure) {}

    public record ChangedText(String field, Locale language, TextDifference difference) {}

    public DraftChanges {
        blocks = List.copyOf(blocks);
    }

    public static DraftChanges between(List<Block> before, List<Block> after) {
        Map<String, Block> was = byId(before);
        Map<String, Block> is = byId(after);
        var changed = new ArrayList<Changed>();
        for (Block block : after) {
            Optional<Block> old = Optional.ofNullable(was.get(block.id()));
            if (old.isEmpty()) {
                changed.add(changed(new Block(block.id(), block.kind(), new TreeMap<>()), block, What.NEW));
            } else if (!old.get().equals(block)) {
                changed.add(changed(old.get(), block, What.CHANGED));
            }
        }
        for (Block block : before) {
            if (!is.containsKey(block.id())) {
                changed.add(new Changed(block.id(), block.kind(), What.GONE, List.of(), List.of()));
            }
        }
        return new DraftChanges(changed, !order(before, is).equals(order(after, was)));
    }

    public boolean isNone() {
        return blocks.isEmpty() && !isReordered;
    }

    public Optional<Changed> find(String block) {
        return blocks.stream().filter(changed -> changed.id().equals(block)).findFirst();
    }

    private static Changed changed(Block before, Block after, What what) {
        var paths = new LinkedHashSet<String>(before.fields().keySet());
        paths.addAll(after.fields().keySet());
        var texts = new ArrayList<ChangedText>();
        var structure = new ArrayList<String>();
        for (String path : paths) {
            Optional<Field> was = before.find(path);
            Optional<Field> is = after.find(path);
            if (was.equals(is)) {
                continue;
            }
            if (isNeutral(was) || isNeutral(is)) {
                structure.add(path);
                continue;
            }
            var languages = new TreeSet<>(words(was).keySet());
            languages.addAll(words(is).keySet());
            for (String language : languages) {
                String old = words(was).getOrDefault(language, "");
                String now = words(is).getOrDefault(language, "");
                if (!old.equals(now)) {
                    Locale locale = Locale.forLanguageTag(language);
                    texts.add(new ChangedText(path, locale, TextDifference.of(old, now, locale)));
                }
            }
        }
        return new Changed(after.id(), after.kind(), what, texts, structure);
    }

    private static boolean isNeutral(Optional<Field> field) {
        return field.isPresent() && field.get() instanceof Field.Neutral;
    }

    private static Map<String, String> words(Optional<Field> field) {
        return field.isPresent() && field.get() instanceof Field.Worded worded ? worded.words() : Map.of();
    }

    private static Map<String, Block> byId(List<Block> blocks) {
        var byId = new HashMap<String, Block>();
        blocks.forEach(block -> byId.put(block.id(), block));
        return byId;
    }

    private static List<String> order(List<Block> blocks, Map<String, Block> others) {
        return blocks.stream().map(Block::id).filter(others::containsKey).toList();
    }
}
