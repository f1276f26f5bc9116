package org.mangrove.core.conversion;

import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.lineage.Block;

/**
 * What a document became: all that is needed for a course but what no document says about itself.
 *
 * @param blocks the first is the course's own; pictures of which the document does not say what is to be seen have no {@code alt} yet
 * @param remarks what was not taken over as it was
 */
public record Converted(
        DocumentFormat format,
        Locale language,
        List<Block> blocks,
        SortedMap<Digest, Picture> pictures,
        List<Remark> remarks) {

    public Converted {
        blocks = List.copyOf(blocks);
        pictures = new TreeMap<>(pictures);
        remarks = List.copyOf(remarks);
    }
}
