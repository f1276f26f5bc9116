package org.mangrove.core.adaptation;

import java.util.Optional;
import org.mangrove.core.content.CourseFields;
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

    /** The field of a question that says which of its options are right. It holds ids, and no words. */
    public static final String RIGHT_ANSWERS = "correct";

    DeskText with(Standing other) {
        return new DeskText(block, field, above, ours, other, lock, item);
    }

    /** Whether nobody here changes it. */
    public boolean isLocked() {
        return lock.filter(rule -> rule.hold() == LockRule.Hold.LOCKED).isPresent();
    }

    /** Whether somebody else has to agree before readers see what is said here. */
    public boolean needsAgreement() {
        return lock.isPresent() && !isLocked();
    }

    public boolean isRightAnswers() {
        return field.equals(RIGHT_ANSWERS);
    }

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

    /** Whether it is a number, which is the same in every language. */
    public boolean isAmount() {
        return CourseFields.isAmount(field);
    }

    /** What came from above when the market said it. */
    public Optional<Field> base() {
        return ours.flatMap(Adaptation::base);
    }
}
