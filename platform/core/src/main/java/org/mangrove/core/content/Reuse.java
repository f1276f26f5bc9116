package org.mangrove.core.content;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.mangrove.core.lineage.Block;
import org.mangrove.core.lineage.CanonicalJson;
import org.mangrove.core.lineage.Field;
import org.mangrove.core.lineage.LineageJson;

/**
 * That a block shows what a block of a master says, of another course or of the same. It stands beside what is shown, so that whoever
 * has the version needs nothing else to read it; and it names nothing by an id or a number of one installation.
 *
 * @param course the key of the master that says it
 * @param block of that master
 * @param says by its digest, what is shown for good; empty if it follows whatever is published
 */
public record Reuse(String course, String block, Optional<String> says) {

    /** Whether it stays as it is, or goes along with what it shows. */
    public enum Way {
        FOLLOWING,
        PINNED
    }

    /** The field in which a block holds it. */
    public static final String FIELD = "shows";

    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    public static Reuse following(String course, String block) {
        return new Reuse(course, block, Optional.empty());
    }

    /** @param said the block as its master says it, which is what is shown for good if it is pinned */
    public static Reuse of(String course, Block said, Way way) {
        return switch (way) {
            case FOLLOWING -> following(course, said.id());
            case PINNED -> new Reuse(course, said.id(), Optional.of(digestOf(said)));
        };
    }

    /** Empty if the block says what it says itself. */
    public static Optional<Reuse> of(Block block) {
        return block.find(FIELD)
                .filter(Field.Neutral.class::isInstance)
                .map(field -> field.in(List.of()).text().split(" "))
                .filter(parts -> parts.length == 2 || parts.length == 3)
                .map(parts ->
                        new Reuse(parts[0], parts[1], parts.length == 3 ? Optional.of(parts[2]) : Optional.empty()));
    }

    public boolean isPinned() {
        return says.isPresent();
    }

    /** What a block says, wherever it takes it from. */
    public static String digestOf(Block block) {
        return CanonicalJson.digestOf(LineageJson.of(without(block))).hex();
    }

    static boolean isDigest(String text) {
        return DIGEST.matcher(text).matches();
    }

    /** The same words as a block of its own. */
    public static Block without(Block block) {
        var fields = new TreeMap<>(block.fields());
        fields.remove(FIELD);
        return new Block(block.id(), block.kind(), fields);
    }

    public Block on(Block block) {
        return block.with(
                FIELD,
                Field.neutral(course + " " + block()
                        + says.map(digest -> " " + digest).orElse("")));
    }
}
