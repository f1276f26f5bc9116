package org.mangrove.core.content;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.mangrove.core.lineage.Block;
import org.mangrove.core.lineage.BlockKind;
import org.mangrove.core.lineage.Field;
import org.mangrove.sdk.Message;

/** Reads what a block is and what it says in no language: its media, its tone, its options and which are right. */
final class BlockStructure {

    private static final String[] MEMBERS = {
        "id",
        "kind",
        "media",
        "poster",
        "captions",
        "tone",
        "options",
        "correct",
        "items",
        // Of tables, code, accordions, files and pictures
        "rows",
        "columns",
        "heads",
        "code",
        "syntax",
        "parts",
        "name",
        "focus"
    };
    private static final List<BlockKind> STEPS =
            Stream.of(BlockKind.values()).filter(BlockKind::isStep).toList();

    private final PackagedMedia media;

    BlockStructure(PackagedMedia media) {
        this.media = media;
    }

    /** A block without its words. */
    Block read(YamlPart part) {
        part.members(Stream.concat(Stream.of(MEMBERS), QuestionStructure.MEMBERS.stream())
                .toArray(String[]::new));
        BlockKind kind = part.must("kind").oneOf(STEPS, BlockKind::word);
        var fields = new TreeMap<String, Field>();
        for (String name : List.of("media", "poster")) {
            part.find(name).ifPresent(file -> fields.put(name, Field.neutral(file(kind, name, file))));
        }
        part.find("captions").ifPresent(captions -> fields.put("captions", captions(captions)));
        part.find("tone")
                .ifPresent(tone -> fields.put("tone", Field.neutral(tone.oneOf(BlockFields.TONES, word -> word))));
        for (String name : List.of("options", "correct", "items")) {
            part.find(name)
                    .ifPresent(ids -> fields.put(
                            name,
                            Field.ids(ids.list().stream().map(YamlPart::slug).toList())));
        }
        fields.putAll(new ContentStructure(part, kind).read());
        QuestionStructure.read(part, fields);
        QuestionStructure.mustMakeSense(part, kind, fields);
        mustMakeSense(part, kind, fields);
        return new Block(part.must("id").slug(), kind, fields);
    }

    /** Takes along a file of a kind that can stand there. */
    String file(BlockKind kind, String name, YamlPart part) {
        return media.take(part, type -> BlockFiles.fits(kind, name, type));
    }

    private Field captions(YamlPart part) {
        var byLanguage = new TreeMap<String, String>();
        part.members().forEach((tag, file) -> byLanguage.put(file.language(tag).toLanguageTag(), media.take(file)));
        return Field.words(byLanguage);
    }

    private static void mustMakeSense(YamlPart part, BlockKind kind, SortedMap<String, Field> fields) {
        if (!BlockFields.isWhole(kind, fields)) {
            throw part.problem(Message.of("content.package.block-not-whole." + kind.word())
                    .with("block", part.must("id").text()));
        }
    }
}
