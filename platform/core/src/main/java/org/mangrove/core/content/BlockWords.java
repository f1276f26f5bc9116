package org.mangrove.core.content;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.mangrove.core.lineage.Block;
import org.mangrove.core.lineage.BlockKind;
import org.mangrove.core.lineage.Field;
import org.mangrove.sdk.Message;

/** Reads the words of blocks, language by language, and says whether a block has all that its reader needs. */
final class BlockWords {

    /** Fields that only make sense for what the block has of the same name. */
    private static final List<String> NAMED = List.of("targets.", "cells.", "parts.", Branches.FIELDS);

    /** The words by field, and for each field by language. */
    private final SortedMap<String, SortedMap<String, String>> words = new TreeMap<>();

    /** The words of one block in one language: {@code options: {a: {text: …}}} fills {@code options.a.text}. */
    void read(Locale language, YamlPart part, BlockKind kind) {
        part.members(BlockFields.wordsOf(kind).toArray(String[]::new));
        readBelow("", language, part);
    }

    /** The words of one field, or of all fields below it, in one language. */
    void readField(String field, Locale language, YamlPart part) {
        if (part.isText()) {
            put(field, language, field.equals("code") ? part.exactly() : part.mustSay());
        } else if (part.isList()) {
            put(field, language, part.list().stream().map(YamlPart::mustSay).collect(Collectors.joining("\n")));
        } else {
            readBelow(field + ".", language, part);
        }
    }

    /** The words that stand in a file without the name of a block or field around them. */
    void readAll(Locale language, YamlPart part) {
        readBelow("", language, part);
    }

    void put(String field, Locale language, String text) {
        words.computeIfAbsent(field, any -> new TreeMap<>()).put(language.toLanguageTag(), text);
    }

    SortedMap<String, Field> fields() {
        var fields = new TreeMap<String, Field>();
        words.forEach((field, texts) -> fields.put(field, Field.words(texts)));
        return fields;
    }

    private void readBelow(String above, Locale language, YamlPart part) {
        part.members().forEach((name, below) -> {
            if (!above.isEmpty() && !YamlPart.isSlug(name)) {
                throw below.problem(Message.of("content.package.unknown-block").with("block", name));
            }
            readField(above + name, language, below);
        });
    }

    /** Refuses words about a cell, a part, a target or a scene that a block does not have: nobody would ever see them. */
    static void mustBelong(Block block, YamlPart place) {
        List<String> known = BlockFields.pathsOf(block);
        block.fields().entrySet().stream()
                .filter(field -> CourseFields.isText(field.getKey(), field.getValue()))
                .map(Map.Entry::getKey)
                .filter(path -> NAMED.stream().anyMatch(path::startsWith) && !known.contains(path))
                .findFirst()
                .ifPresent(path -> {
                    throw place.problem(Message.of("content.package.words-of-nothing")
                            .with("block", block.id())
                            .with("field", path));
                });
    }

    /** Refuses a block that leaves unsaid in {@code language} what its reader needs. */
    static void mustBeWhole(Block block, Locale language, YamlPart place) {
        for (String field : BlockFields.needed(block)) {
            boolean said = block.find(field)
                    .filter(value -> value instanceof Field.Worded(SortedMap<String, String> words)
                            && words.containsKey(language.toLanguageTag()))
                    .isPresent();
            if (!said) {
                throw place.problem(Message.of("content.package.words-missing")
                        .with("block", block.id())
                        .with("field", field)
                        .with("language", language));
            }
        }
    }
}
