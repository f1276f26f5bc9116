package org.mangrove.core.content;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mangrove.core.lineage.Block;
import org.mangrove.core.lineage.BlockKind;
import org.mangrove.core.lineage.Field;
import org.mangrove.sdk.Message;

/** The blocks of a course as its files tell them: first what is there, then what it says in each language. */
final class PackagedBlocks {

    /** The word that begins the ids of sections, so that no block may bear it. */
    private static final String SECTION = "section";

    private record Begun(YamlPart place, Block block, BlockWords words) {

        Block whole() {
            SortedMap<String, Field> all = new TreeMap<>(block.fields());
            all.putAll(words.fields());
            return new Block(block.id(), block.kind(), all);
        }
    }

    private final BlockStructure structure;
    private final Map<String, Begun> blocks = new LinkedHashMap<>();

    PackagedBlocks(BlockStructure structure) {
        this.structure = structure;
    }

    void readStructure(YamlPart sections) {
        begin(empty(Block.COURSE_ID, BlockKind.COURSE), sections);
        for (YamlPart section : sections.list()) {
            section.members("id", "blocks");
            YamlPart id = section.must("id");
            begin(empty(Block.SECTION_PREFIX + id.slug(), BlockKind.SECTION), id);
            for (YamlPart part : section.must("blocks").list()) {
                begin(structure.read(part), part.must("id"));
            }
        }
        if (blocks.values().stream().noneMatch(begun -> begun.block().kind().isStep())) {
            throw sections.problem(Message.of("content.package.nothing-to-learn"));
        }
    }

    void readWords(Locale language, YamlPart words) {
        words.members("title", "summary", "sections", "blocks");
        BlockWords course = begun(Block.COURSE_ID, words).words();
        course.put("title", language, words.must("title").mustSay());
        words.find("summary").ifPresent(summary -> course.put("summary", language, summary.mustSay()));
        membersOf(words.find("sections"))
                .forEach((section, part) -> readWords(Block.SECTION_PREFIX + section, language, part));
        membersOf(words.find("blocks")).forEach((block, part) -> readWords(block, language, part));
    }

    private void readWords(String id, Locale language, YamlPart part) {
        Begun begun = begun(id, part);
        begun.words().read(language, part, begun.block().kind());
    }

    /** The blocks in their order, each with all that its reader needs in {@code first}. */
    List<Block> whole(Locale first) {
        return blocks.values().stream()
                .map(begun -> {
                    Block block = begun.whole();
                    BlockWords.mustBeWhole(block, first, begun.place());
                    return block;
                })
                .toList();
    }

    private void begin(Block block, YamlPart place) {
        if (block.id().equals(SECTION) || blocks.containsKey(block.id())) {
            throw place.problem(Message.of("content.package.block-twice").with("block", block.id()));
        }
        blocks.put(block.id(), new Begun(place, block, new BlockWords()));
    }

    private Begun begun(String id, YamlPart part) {
        return Optional.ofNullable(blocks.get(id))
                .orElseThrow(() ->
                        part.problem(Message.of("content.package.unknown-block").with("block", id)));
    }

    private static Block empty(String id, BlockKind kind) {
        return new Block(id, kind, new TreeMap<>());
    }

    private static Map<String, YamlPart> membersOf(Optional<YamlPart> part) {
        return part.map(YamlPart::members).orElse(Map.of());
    }
}
