package org.mangrove.core.content;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.lineage.Block;
import org.mangrove.core.lineage.BlockKind;
import org.mangrove.core.lineage.CanonicalJson;
import org.mangrove.core.lineage.ChangeClass;

/**
 * A course as it was published from the global core once, for ever unchanged.
 *
 * @param no counts from 1
 * @param effectiveFrom when it takes the place of the version before
 * @param blocks in the order of reading; the first is the course's own
 * @param digest of facts and blocks, so that the same content has the same digest wherever it is
 */
public record AssetVersion(
        CourseFacts facts, int no, ChangeClass change, Instant effectiveFrom, List<Block> blocks, Digest digest) {

    /** What locks call assets of this kind. */
    public static final String TYPE = "course";

    public AssetVersion {
        blocks = List.copyOf(blocks);
        if (blocks.isEmpty() || blocks.getFirst().kind() != BlockKind.COURSE) {
            throw new IllegalArgumentException("A version begins with the course's own block");
        }
    }

    public static AssetVersion of(
            CourseFacts facts, int no, ChangeClass change, Instant effectiveFrom, List<Block> blocks) {
        return new AssetVersion(
                facts, no, change, effectiveFrom, blocks, CanonicalJson.digestOf(ContentJson.ofCourse(facts, blocks)));
    }

    public String key() {
        return facts.key();
    }

    public Optional<Block> find(String blockId) {
        return blocks.stream().filter(block -> block.id().equals(blockId)).findFirst();
    }
}
