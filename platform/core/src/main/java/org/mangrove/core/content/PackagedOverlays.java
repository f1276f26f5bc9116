package org.mangrove.core.content;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.mangrove.core.lineage.Adaptation;
import org.mangrove.core.lineage.Block;
import org.mangrove.core.lineage.BlockKind;
import org.mangrove.core.lineage.Change;
import org.mangrove.core.lineage.Field;
import org.mangrove.sdk.Message;

/** Reads what regions and markets change in the course, operation by operation. */
final class PackagedOverlays {

    private final List<Block> blocks;
    private final BlockStructure structure;
    private final PackagedMedia media;

    /** What a change may name: the blocks of the course, and those that overlays insert. */
    private final Set<String> known = new TreeSet<>();

    PackagedOverlays(List<Block> blocks, BlockStructure structure, PackagedMedia media) {
        this.blocks = blocks;
        this.structure = structure;
        this.media = media;
        blocks.forEach(block -> known.add(block.id()));
    }

    /** @return the adaptations by the slug of their space */
    SortedMap<String, List<Adaptation>> read(List<YamlPart> files) {
        var spaces = new TreeMap<String, List<YamlPart>>();
        for (YamlPart file : files) {
            file.members("space", "changes");
            List<YamlPart> changes = file.must("changes").list();
            YamlPart space = file.must("space");
            if (spaces.put(space.slug(), changes) != null) {
                throw space.problem(Message.of("content.package.name-twice").with("name", space.slug()));
            }
            changes.forEach(change -> change.find("inserted")
                    .ifPresent(inserted -> known.add(inserted.must("id").slug())));
        }
        var overlays = new TreeMap<String, List<Adaptation>>();
        spaces.forEach((space, changes) -> overlays.put(
                space,
                changes.stream().flatMap(part -> adaptations(part).stream()).toList()));
        spaces.forEach((space, changes) -> mustStayWhole(overlays.getOrDefault(space, List.of()), changes));
        return overlays;
    }

    /** What a space changes in a question, taken together, leaves one that can be answered. */
    private void mustStayWhole(List<Adaptation> adaptations, List<YamlPart> changes) {
        for (Block block : blocks) {
            if (!block.kind().isQuestion()) {
                continue;
            }
            Block changed = block;
            for (Adaptation adaptation : adaptations) {
                if (adaptation.change() instanceof Change.Set(String id, String field, Field value)
                        && id.equals(block.id())
                        && value instanceof Field.Neutral) {
                    changed = changed.with(field, value);
                }
            }
            if (!changed.equals(block) && !BlockFields.isWhole(block.kind(), changed.fields())) {
                YamlPart place = changes.stream()
                        .filter(part -> part.find("value").isPresent()
                                && part.must("block").text().equals(block.id()))
                        .findFirst()
                        .orElseThrow();
                throw place.problem(Message.of("content.package.block-not-whole."
                                + block.kind().word())
                        .with("block", block.id()));
            }
        }
    }

    private List<Adaptation> adaptations(YamlPart part) {
        part.members(
                "operation",
                "block",
                "field",
                "value",
                "words",
                "inserted",
                "reason",
                "legal-reference",
                "expires",
                "confirm");
        return changes(part, target(part.must("block"))).stream()
                .map(change -> new Adaptation(
                        change,
                        Optional.empty(),
                        Optional.empty(),
                        part.must("reason").mustSay(),
                        part.find("legal-reference").map(YamlPart::mustSay),
                        part.find("confirm").map(YamlPart::mustSay),
                        part.find("expires").map(YamlPart::instant),
                        Optional.empty()))
                .toList();
    }

    /** A section may be called by its own id. */
    private String target(YamlPart part) {
        String id = part.text();
        if (known.contains(id)) {
            return id;
        }
        if (known.contains(Block.SECTION_PREFIX + id)) {
            return Block.SECTION_PREFIX + id;
        }
        throw part.problem(Message.of("content.package.unknown-block").with("block", id));
    }

    private List<Change> changes(YamlPart part, String block) {
        YamlPart operation = part.must("operation");
        return switch (operation.text().toLowerCase(Locale.ROOT).replace('_', '-')) {
            case "set" -> part.find("value").isPresent() ? List.of(setting(part, block)) : wordings(part, block);
            case "clear" -> List.of(new Change.Clear(block, part.must("field").mustSay()));
            case "hide" -> List.of(new Change.Hide(block));
            case "insert-after" -> List.of(insertion(part, block));
            default -> throw operation.wrong("set, clear, hide, insert-after");
        };
    }

    /** What is the same in every language. */
    private Change setting(YamlPart part, String block) {
        String field = part.must("field").mustSay();
        YamlPart value = part.must("value");
        if (value.isList()) {
            return new Change.Set(
                    block,
                    field,
                    Field.ids(value.list().stream().map(YamlPart::slug).toList()));
        }
        if (field.equals("media") || field.equals("poster")) {
            String digest = kindOf(block)
                    .map(kind -> structure.file(kind, field, value))
                    .orElseGet(() -> media.take(value));
            return new Change.Set(block, field, Field.neutral(digest));
        }
        return new Change.Set(
                block,
                field,
                Field.neutral(field.equals("code") ? value.exactly() : QuestionStructure.neutral(field, value)));
    }

    /** Of a block of the course; another overlay's is not known here. */
    private Optional<BlockKind> kindOf(String block) {
        return blocks.stream()
                .filter(each -> each.id().equals(block))
                .map(Block::kind)
                .findFirst();
    }

    private static List<Change> wordings(YamlPart part, String block) {
        var words = new BlockWords();
        part.must("words").members().forEach((tag, said) -> {
            Locale language = said.language(tag);
            if (part.find("field").isEmpty() && !said.isText() && !said.isList()) {
                words.readAll(language, said);
            } else {
                words.readField(part.must("field").mustSay(), language, said);
            }
        });
        return words.fields().entrySet().stream()
                .<Change>map(field -> new Change.Set(block, field.getKey(), field.getValue()))
                .toList();
    }

    private Change insertion(YamlPart part, String anchor) {
        YamlPart inserted = part.must("inserted");
        Block bare = structure.read(inserted);
        if (blocks.stream().anyMatch(block -> block.id().equals(bare.id()))) {
            throw inserted.problem(Message.of("content.package.block-twice").with("block", bare.id()));
        }
        YamlPart said = part.must("words");
        var words = new BlockWords();
        said.members().forEach((tag, text) -> words.read(text.language(tag), text, bare.kind()));
        SortedMap<String, Field> all = new TreeMap<>(bare.fields());
        all.putAll(PackagedBlocks.wordsBeside(bare, words, inserted));
        var block = new Block(bare.id(), bare.kind(), all);
        String first = said.members().keySet().stream()
                .findFirst()
                .orElseThrow(() ->
                        part.problem(Message.of("content.package.name-missing").with("name", "words")));
        BlockWords.mustBelong(block, inserted);
        BlockWords.mustBeWhole(block, Locale.forLanguageTag(first), inserted);
        return new Change.InsertAfter(anchor, trail(anchor), block);
    }

    /** The blocks before an anchor, the nearest first: where to insert if the anchor is gone one day. */
    private List<String> trail(String anchor) {
        List<String> ids = blocks.stream().map(Block::id).toList();
        return IntStream.range(0, Math.max(0, ids.indexOf(anchor)))
                .mapToObj(ids::get)
                .toList()
                .reversed();
    }
}
