package org.mangrove.core.adaptation;

import java.util.List;
import java.util.Optional;
import org.mangrove.core.lineage.Block;
import org.mangrove.core.lineage.LockRule;

/**
 * A block of a course on a market's desk.
 *
 * @param block as the market has it
 * @param isOurs whether the market has inserted it
 * @param isLeftOut whether readers here do not get it
 * @param isLeftOutByUs whether that is the market's own doing
 * @param lock that forbids the market to leave it out
 */
public record DeskBlock(
        Block block,
        boolean isOurs,
        boolean isLeftOut,
        boolean isLeftOutByUs,
        Optional<LockRule> lock,
        List<DeskText> texts) {

    public DeskBlock {
        texts = List.copyOf(texts);
    }

    /** Whether nobody here leaves it out. */
    public boolean isLocked() {
        return lock.filter(rule -> rule.hold() == LockRule.Hold.LOCKED).isPresent();
    }
}
