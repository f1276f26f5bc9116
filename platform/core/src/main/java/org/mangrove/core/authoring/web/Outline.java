package org.mangrove.core.authoring.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.mangrove.core.authoring.DraftChanges;
import org.mangrove.core.authoring.DraftContent;
import org.mangrove.core.authoring.Shortcomings;
import org.mangrove.core.content.BlockFields;
import org.mangrove.core.content.Reuse;
import org.mangrove.core.lineage.Block;
import org.mangrove.core.lineage.BlockKind;
import org.mangrove.core.lineage.Field;
import org.mangrove.core.lineage.Text;

/** The blocks of a draft in their order, each on one line. */
public record Outline(List<Entry> entries) {

    private static final int SHOWN = 90;

    /**
     * @param label how it begins; empty if it says nothing yet
     * @param lacks how much it still needs
     * @param isReused whether it shows what another block says
     * @param change what has become of it since the version before, if anything
     */
    public record Entry(
            String id,
            BlockKind kind,
            Text label,
            int lacks,
            boolean isReused,
            Optional<DraftChanges.What> change,
            boolean isFirst,
            boolean isLast) {

        public boolean isCourse() {
            return kind == BlockKind.COURSE;
        }
    }

    public Outline {
        entries = List.copyOf(entries);
    }

    static Outline of(DraftContent content, Shortcomings shortcomings, DraftChanges changes) {
        var entries = new ArrayList<Entry>();
        int size = content.blocks().size();
        for (int at = 0; at < size; at++) {
            Block block = content.blocks().get(at);
            boolean isSection = block.kind() == BlockKind.SECTION;
            entries.add(new Entry(
                    block.id(),
                    block.kind(),
                    label(block, content.languages()),
                    shortcomings.ofBlocks().getOrDefault(block.id(), List.of()).size(),
                    Reuse.of(block).isPresent(),
                    changes.find(block.id()).map(DraftChanges.Changed::what),
                    isSection ? at == 1 : at == 2,
                    isSection ? isLastSection(content, at) : at == size - 1));
        }
        return new Outline(entries);
    }

    private static boolean isLastSection(DraftContent content, int at) {
        return content.blocks().stream().skip(at + 1L).noneMatch(block -> block.kind() == BlockKind.SECTION);
    }

    /** What the first of its parts is called. */
    private static Optional<Text> titles(Block block, List<Locale> languages) {
        return BlockFields.ids(block, "parts").stream()
                .flatMap(part -> block.find("parts." + part + ".title").stream())
                .findFirst()
                .map(field -> field.in(languages));
    }

    /** By what people find it. */
    static Text label(Block block, List<Locale> languages) {
        return Stream.of("heading", "title", "prompt", "body", "caption", "alt")
                .flatMap(path -> block.find(path).stream())
                .filter(Field.Worded.class::isInstance)
                .map(field -> field.in(languages))
                .findFirst()
                .or(() -> titles(block, languages))
                .map(text -> new Text(text.beginning(SHOWN), text.locale()))
                .orElse(new Text("", Locale.ROOT));
    }
}
