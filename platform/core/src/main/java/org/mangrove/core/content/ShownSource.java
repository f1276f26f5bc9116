package org.mangrove.core.content;

import java.util.List;
import org.mangrove.core.lineage.Block;

/**
 * To what a reused block leads.
 *
 * @param block as its master says it
 * @param no the newest version in which it says that
 * @param newest the newest version of that master
 * @param isThere whether the newest version has the block, whatever it says there
 * @param credits by what right its master shows files
 */
public record ShownSource(Block block, int no, int newest, boolean isThere, List<MediaCredit> credits) {

    public ShownSource {
        credits = List.copyOf(credits);
    }
}
