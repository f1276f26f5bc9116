package org.mangrove.core.conversion;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.mangrove.core.lineage.Block;
import org.mangrove.core.lineage.BlockKind;

/**
 * What a document became, and what its author has said of it since.
 *
 * @param converted without the pictures themselves
 * @param answers what only people know, by the name of its field
 */
public record Draft(
        UUID id,
        String fileName,
        Converted converted,
        Map<String, String> answers,
        Instant endsAt,
        Optional<Instant> discardedAt) {

    /** What the name of the field begins with that says what is to be seen in a picture. */
    public static final String ALT = "alt.";

    public Draft {
        answers = Map.copyOf(answers);
    }

    /** What is said of the course in a field, by the author or else by the document. */
    public String answer(String field) {
        return answers.getOrDefault(field, "");
    }

    /** Pictures of which the document does not say what is to be seen. */
    public List<Block> wordless() {
        return converted.blocks().stream()
                .filter(block ->
                        block.kind() == BlockKind.IMAGE && block.find("alt").isEmpty())
                .toList();
    }

    /** The fields of the form, and how long each may be: by what right pictures are shown is asked only where there are any. */
    public Map<String, Integer> fields() {
        return converted.blocks().stream().noneMatch(block -> block.kind() == BlockKind.IMAGE)
                ? DraftFacts.OF_COURSES
                : DraftFacts.WITH_PICTURES;
    }

    Map<String, String> with(Map<String, String> more) {
        var all = new TreeMap<>(answers);
        all.putAll(more);
        return all;
    }
}
