package org.mangrove.core.content;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
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
            all.putAll(wordsBeside(block, words, place));
            return new Block(block.id(), block.kind(), all);
        }
    }

    /** Code is written down once: in no language, or in each. */
    static SortedMap<String, Field> wordsBeside(Block block, BlockWords words, YamlPart place) {
        SortedMap<String, Field> said = words.fields();
        if (said.containsKey("code") && BlockFields.isTheSameEverywhere(block)) {
            throw place.problem(Message.of("content.package.code-twice").with("block", block.id()));
        }
        return said;
    }

    /** What a block is called in files that shows what another says; it is of that one's kind. */
    static final String REUSED = "reused";

    static final String REUSED_FROM = "shows";

    private final BlockStructure structure;
    private final ReuseSources sources;
    private final Map<String, Begun> blocks = new LinkedHashMap<>();

    PackagedBlocks(BlockStructure structure, ReuseSources sources) {
        this.structure = structure;
        this.sources = sources;
    }

    void readStructure(YamlPart sections) {
        begin(empty(Block.COURSE_ID, BlockKind.COURSE), sections);
        for (YamlPart section : sections.list()) {
            section.members("id", "blocks");
            YamlPart id = section.must("id");
            begin(empty(Block.SECTION_PREFIX + id.slug(), BlockKind.SECTION), id);
            for (YamlPart part : section.must("blocks").list()) {
                begin(isReused(part) ? reused(part) : structure.read(part), part.must("id"));
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
        Reuse.of(begun.block()).ifPresent(reuse -> {
            throw part.problem(Message.of("content.reuse.words-elsewhere")
                    .with("block", id)
                    .with("course", reuse.course()));
        });
        begun.words().read(language, part, begun.block().kind());
    }

    /** The blocks in their order, each with all that its reader needs in the course's first language. */
    Expansion whole(CourseFacts facts) {
        Locale first = facts.languages().getFirst();
        List<Block> read = blocks.values().stream()
                .map(begun -> {
                    Block block = begun.whole();
                    if (Reuse.of(block).isEmpty()) {
                        BlockWords.mustBelong(block, begun.place());
                        BlockWords.mustBeWhole(block, first, begun.place());
                    }
                    return block;
                })
                .toList();
        Expansion expansion = Expansion.of(facts.key(), facts.languages(), read, sources);
        expansion.flaws().stream().findFirst().ifPresent(flaw -> {
            throw Objects.requireNonNull(blocks.get(flaw.block())).place().problem(flaw.reason());
        });
        return expansion;
    }

    private static boolean isReused(YamlPart part) {
        return part.find("kind")
                .filter(kind -> kind.isText() && kind.text().equals(REUSED))
                .isPresent();
    }

    /** Of what kind it is, it learns from what it shows. */
    private Block reused(YamlPart part) {
        part.members("id", "kind", REUSED_FROM);
        YamlPart shows = part.must(REUSED_FROM);
        shows.members("course", "block", "version", "says");
        String course = shows.must("course").slug();
        String block = shows.must("block").slug();
        Optional<String> says = shows.find("says").map(PackagedBlocks::digest);
        Reuse reuse = new Reuse(
                course, block, says.or(() -> shows.find("version").map(version -> saidIn(course, block, version))));
        return reuse.on(empty(part.must("id").slug(), BlockKind.TEXT));
    }

    private static String digest(YamlPart part) {
        if (!Reuse.isDigest(part.text())) {
            throw part.wrong("0-9, a-f");
        }
        return part.text();
    }

    private String saidIn(String course, String block, YamlPart version) {
        return sources.at(course, block, version.number(1, Integer.MAX_VALUE))
                .map(source -> Reuse.digestOf(source.block()))
                .orElseThrow(() -> version.problem(Message.of("content.reuse.not-that-version")
                        .with("course", course)
                        .with("block", block)));
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
