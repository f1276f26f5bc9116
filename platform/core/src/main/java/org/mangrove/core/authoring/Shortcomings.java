package org.mangrove.core.authoring;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mangrove.core.content.BlockFields;
import org.mangrove.core.content.CourseFacts;
import org.mangrove.core.content.WrittenFacts;
import org.mangrove.core.lineage.Block;
import org.mangrove.core.lineage.BlockKind;
import org.mangrove.core.lineage.Field;
import org.mangrove.sdk.Message;

/**
 * What a draft lacks before it can be published.
 *
 * @param ofCourse what is wrong with what is said of the course as a whole, by the name of its field
 * @param ofBlocks by block, in the order of reading
 * @param facts if nothing is wrong with them
 */
public record Shortcomings(
        Map<String, Message> ofCourse, Map<String, List<Lack>> ofBlocks, boolean isEmpty, Optional<CourseFacts> facts) {

    /** What a block lacks. */
    public sealed interface Lack {

        /** A text in the course's first language. */
        record Words(String field) implements Lack {}

        /** What is said in no language: a file, options, which of them is right. */
        record Structure(BlockKind kind) implements Lack {}
    }

    /** How much of what is written in the first language there is in another. */
    public record Coverage(Locale language, int said, int all) {

        public double share() {
            return all == 0 ? 1 : (double) said / all;
        }
    }

    public static Shortcomings of(DraftContent content, LocalDate today) {
        WrittenFacts written = WrittenFacts.of(content.facts(), content.languages(), today);
        var ofBlocks = new LinkedHashMap<String, List<Lack>>();
        for (Block block : content.blocks()) {
            List<Lack> lacks = lacks(block, content.language());
            if (!lacks.isEmpty()) {
                ofBlocks.put(block.id(), lacks);
            }
        }
        boolean isEmpty =
                content.blocks().stream().noneMatch(block -> block.kind().isStep());
        return new Shortcomings(written.wrong(), ofBlocks, isEmpty, written.facts());
    }

    public boolean isNone() {
        return ofCourse.isEmpty() && ofBlocks.isEmpty() && !isEmpty;
    }

    public int count() {
        return ofCourse.size() + ofBlocks.values().stream().mapToInt(List::size).sum() + (isEmpty ? 1 : 0);
    }

    /** Of each language but the first. */
    public static List<Coverage> coverage(DraftContent content) {
        return content.languages().stream()
                .skip(1)
                .map(language -> coverage(content, language))
                .toList();
    }

    private static Coverage coverage(DraftContent content, Locale language) {
        int said = 0;
        int all = 0;
        for (Block block : content.blocks()) {
            for (String path : BlockFields.pathsOf(block)) {
                if (says(block, path, content.language())) {
                    all++;
                    said += says(block, path, language) ? 1 : 0;
                }
            }
        }
        return new Coverage(language, said, all);
    }

    private static List<Lack> lacks(Block block, Locale language) {
        var lacks = new ArrayList<Lack>();
        if (!BlockFields.isWhole(block.kind(), block.fields())) {
            lacks.add(new Lack.Structure(block.kind()));
        }
        BlockFields.needed(block).stream()
                .filter(path -> !says(block, path, language))
                .forEach(path -> lacks.add(new Lack.Words(path)));
        return lacks;
    }

    private static boolean says(Block block, String path, Locale language) {
        return block.find(path)
                .filter(field -> field instanceof Field.Worded worded
                        && !worded.words()
                                .getOrDefault(language.toLanguageTag(), "")
                                .isBlank())
                .isPresent();
    }
}
