package org.mangrove.core.content;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mangrove.core.lineage.Block;
import org.mangrove.core.lineage.BlockKind;
import org.mangrove.core.lineage.Field;

/** Which fields a block of each kind has, and which its reader cannot do without. */
public final class BlockFields {

    /** How a callout may sound. */
    public static final List<String> TONES = List.of("info", "tip", "warning", "danger", "success");

    private BlockFields() {}

    /** The fields that hold words, in the order of reading; {@code options} and {@code items} have fields below them. */
    public static List<String> wordsOf(BlockKind kind) {
        return switch (kind) {
            case COURSE -> List.of("title", "summary");
            case SECTION -> List.of("title");
            case TEXT -> List.of("heading", "body");
            case IMAGE -> List.of("heading", "alt", "caption");
            case VIDEO -> List.of("heading", "title", "caption", "transcript");
            case CALLOUT -> List.of("heading", "title", "body");
            case SINGLE, MULTIPLE -> List.of("heading", "prompt", "options", "feedback", "explanation", "hint");
            case ORDER -> List.of("heading", "prompt", "items", "feedback", "explanation", "hint");
            case SHORT -> List.of("heading", "prompt", "accepted", "feedback", "explanation", "hint");
        };
    }

    /** The paths of all fields of words that a block with these options or items can have. */
    public static List<String> pathsOf(Block block) {
        var paths = new ArrayList<String>();
        for (String name : wordsOf(block.kind())) {
            switch (name) {
                case "options" ->
                    ids(block, name).forEach(option -> {
                        paths.add("options." + option + ".text");
                        paths.add("options." + option + ".feedback");
                    });
                case "items" -> ids(block, name).forEach(item -> paths.add("items." + item));
                default -> paths.add(name);
            }
        }
        return paths;
    }

    /** The paths of fields that must say something in the course's first language. */
    public static List<String> needed(Block block) {
        var needed = new ArrayList<String>();
        switch (block.kind()) {
            case COURSE -> needed.addAll(List.of("title", "summary"));
            case SECTION -> needed.add("title");
            case TEXT, CALLOUT -> needed.add("body");
            case IMAGE -> needed.add("alt");
            case VIDEO -> needed.addAll(List.of("title", "transcript"));
            case SINGLE, MULTIPLE -> {
                needed.add("prompt");
                ids(block, "options").forEach(option -> needed.add("options." + option + ".text"));
            }
            case ORDER -> {
                needed.add("prompt");
                ids(block, "items").forEach(item -> needed.add("items." + item));
            }
            case SHORT -> needed.addAll(List.of("prompt", "accepted"));
        }
        return needed;
    }

    /** Whether what it holds in no language makes sense: its files, its options and which are right. */
    public static boolean isWhole(BlockKind kind, Map<String, Field> fields) {
        List<String> listed = ids(fields, "options");
        Set<String> options = new HashSet<>(listed);
        List<String> correct = ids(fields, "correct");
        boolean makesSense = switch (kind) {
            case SINGLE -> options.size() >= 2 && correct.size() == 1 && options.containsAll(correct);
            case MULTIPLE -> options.size() >= 2 && !correct.isEmpty() && options.containsAll(correct);
            case ORDER -> new HashSet<>(ids(fields, "items")).size() >= 2;
            case IMAGE, VIDEO -> fields.containsKey("media");
            case SHORT, TEXT, CALLOUT, COURSE, SECTION -> true;
        };
        return makesSense && options.size() == listed.size();
    }

    /** The ids that a field of the block lists, such as its options. */
    public static List<String> ids(Block block, String name) {
        return ids(block.fields(), name);
    }

    private static List<String> ids(Map<String, Field> fields, String name) {
        return fields.get(name) instanceof Field.Neutral ids ? ids.ids() : List.of();
    }
}
