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

    /** What the fields begin with that say to which target something belongs; its id comes after it. */
    public static final String PAIRS = "pairs.";
    /** More parts of an accordion than that nobody looks through. */
    public static final int MOST_PARTS = 20;

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
            case TABLE -> List.of("heading", "caption", "cells");
            case CODE -> List.of("heading", "caption", "code");
            case ACCORDION -> List.of("heading", "parts");
            case AUDIO -> List.of("heading", "title", "caption", "transcript");
            case FILE -> List.of("heading", "title", "description");
            case SINGLE, MULTIPLE -> List.of("heading", "prompt", "options", "feedback", "explanation", "hint");
            case ORDER -> List.of("heading", "prompt", "items", "feedback", "explanation", "hint");
            case SHORT -> List.of("heading", "prompt", "accepted", "feedback", "explanation", "hint");
            case MATCH -> List.of("heading", "prompt", "options", "targets", "feedback", "explanation", "hint");
            case NUMBER -> List.of("heading", "prompt", "unit", "low", "high", "explanation", "hint");
            case HOTSPOT -> List.of("heading", "prompt", "alt", "options", "feedback", "explanation", "hint");
            case SCENARIO -> List.of("heading", "prompt", "scenes", "explanation");
            case RULE, PACKAGE -> List.of();
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
                case "targets" -> ids(block, name).forEach(target -> paths.add("targets." + target));
                case "scenes" -> Branches.of(block.fields()).scenes().forEach(scene -> addPaths(paths, scene));
                case "cells" -> paths.addAll(TableFields.of(block).paths());
                case "parts" ->
                    ids(block, name).forEach(part -> {
                        paths.add("parts." + part + ".title");
                        paths.add("parts." + part + ".body");
                    });
                case "code" -> {
                    if (!isTheSameEverywhere(block)) {
                        paths.add(name);
                    }
                }
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
            case VIDEO, AUDIO -> needed.addAll(List.of("title", "transcript"));
            case FILE -> needed.addAll(List.of("title", "description"));
            case TABLE -> {
                needed.add("caption");
                needed.addAll(TableFields.of(block).needed());
            }
            case CODE -> {
                if (!isTheSameEverywhere(block)) {
                    needed.add("code");
                }
            }
            case ACCORDION ->
                ids(block, "parts").forEach(part -> {
                    needed.add("parts." + part + ".title");
                    needed.add("parts." + part + ".body");
                });
            case SINGLE, MULTIPLE -> {
                needed.add("prompt");
                ids(block, "options").forEach(option -> needed.add("options." + option + ".text"));
            }
            case ORDER -> {
                needed.add("prompt");
                ids(block, "items").forEach(item -> needed.add("items." + item));
            }
            case SHORT -> needed.addAll(List.of("prompt", "accepted"));
            case MATCH -> {
                needed.add("prompt");
                ids(block, "options").forEach(option -> needed.add("options." + option + ".text"));
                ids(block, "targets").forEach(target -> needed.add("targets." + target));
            }
            case NUMBER -> needed.add("prompt");
            case HOTSPOT -> {
                needed.addAll(List.of("prompt", "alt"));
                ids(block, "options").forEach(option -> needed.add("options." + option + ".text"));
            }
            case SCENARIO -> {
                needed.add("prompt");
                pathsOf(block).stream()
                        .filter(path -> path.startsWith("scenes.") && path.endsWith(".text"))
                        .forEach(needed::add);
            }
            case RULE, PACKAGE -> {}
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
            case IMAGE, VIDEO, AUDIO -> fields.containsKey("media");
            case MATCH -> options.size() >= 2 && everyOneHasItsTarget(fields, options);
            case NUMBER -> Amount.of(fields).isPresent();
            case HOTSPOT ->
                fields.containsKey("media")
                        && options.size() >= 2
                        && !correct.isEmpty()
                        && correct.size() < options.size()
                        && options.containsAll(correct)
                        && options.stream()
                                .allMatch(option -> Region.of(fields, option).isPresent());
            case SCENARIO -> Branches.of(fields).flaws().isEmpty();
            case FILE -> fields.containsKey("media") && fields.containsKey("name");
            case TABLE -> TableFields.of(fields).isWhole();
            case ACCORDION -> areParts(ids(fields, "parts"));
            case CODE -> !(fields.get("code") instanceof Field.Neutral(String code) && code.isBlank());
            case SHORT, TEXT, CALLOUT, COURSE, SECTION -> true;
            case RULE, PACKAGE -> false;
        };
        return makesSense && options.size() == listed.size();
    }

    private static void addPaths(List<String> paths, Branches.Scene scene) {
        paths.add(Branches.path(scene.id()) + ".text");
        for (Branches.Way way : scene.ways()) {
            paths.add(Branches.path(scene.id(), way.id()) + ".text");
            paths.add(Branches.path(scene.id(), way.id()) + ".feedback");
        }
    }

    private static boolean everyOneHasItsTarget(Map<String, Field> fields, Set<String> options) {
        List<String> listed = ids(fields, "targets");
        Set<String> targets = new HashSet<>(listed);
        return targets.size() >= 2
                && targets.size() == listed.size()
                && options.stream().allMatch(option -> targets.contains(neutral(fields, PAIRS + option)));
    }

    /** What it says in every language alike; empty if it does not. */
    static String neutral(Map<String, Field> fields, String path) {
        return fields.get(path) instanceof Field.Neutral(String text) ? text : "";
    }

    /** The ids that a field of the block lists, such as its options. */
    public static List<String> ids(Block block, String name) {
        return ids(block.fields(), name);
    }

    /** Whether a piece of code is in no language; else it is words like others. */
    public static boolean isTheSameEverywhere(Block block) {
        return block.find("code").filter(Field.Neutral.class::isInstance).isPresent();
    }

    private static boolean areParts(List<String> parts) {
        return !parts.isEmpty() && parts.size() <= MOST_PARTS && new HashSet<>(parts).size() == parts.size();
    }

    static List<String> ids(Map<String, Field> fields, String name) {
        return fields.get(name) instanceof Field.Neutral ids ? ids.ids() : List.of();
    }
}
