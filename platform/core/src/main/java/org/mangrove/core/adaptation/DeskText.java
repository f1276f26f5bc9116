package org.mangrove.core.adaptation;

import java.util.Optional;
import org.mangrove.core.lineage.Adaptation;
import org.mangrove.core.lineage.Change;
import org.mangrove.core.lineage.Field;
import org.mangrove.core.lineage.LockRule;
import org.mangrove.core.lineage.SyncProposal;

/**
 * One text of a course, as it comes to a market and as the market has it.
 *
 * @param field of the block; empty if it is about the block as a whole
 * @param above what comes from above; empty if nothing does
 * @param ours what the market does with it, if anything
 * @param lock that forbids the market to change it
 * @param item what the present version does to ours, if anything
 */
public record DeskText(
        String block,
        String field,
        Optional<Field> above,
        Optional<Adaptation> ours,
        Standing standing,
        Optional<LockRule> lock,
        Optional<SyncProposal.Item> item) {

    /** By which the market's change of it is known. */
    public String subject() {
        return ours.map(adaptation -> adaptation.change().subject()).orElse(block + "/" + field);
    }

    /** What the market says, if it says something. */
    public Optional<Field> said() {
        return ours.flatMap(
                adaptation -> adaptation.change() instanceof Change.Set(String inBlock, String inField, Field value)
                        ? Optional.of(value)
                        : Optional.empty());
    }

    /** What came from above when the market said it. */
    public Optional<Field> base() {
        return ours.flatMap(Adaptation::base);
    }
}
