package org.mangrove.core.lineage;

import java.time.Instant;
import java.util.Optional;
import org.mangrove.core.blobs.Digest;

/**
 * One thing that a region or a market does differently, with the reason.
 *
 * @param baseDigest of the field when this was written, so that it shows when the master has moved on; empty if the field
 *     was not there
 * @param base what the field held then, so that it can be compared and undone when the master is gone
 * @param legalReference the law that demands it, if one does
 * @param toConfirm what somebody who knows the law there must still confirm
 * @param expiresAt from when it is no longer applied
 * @param approval if a lock demanded one
 */
public record Adaptation(
        Change change,
        Optional<Digest> baseDigest,
        Optional<Field> base,
        String reason,
        Optional<String> legalReference,
        Optional<String> toConfirm,
        Optional<Instant> expiresAt,
        Optional<Approval> approval) {

    /** One that says no more than what and why. */
    public static Adaptation of(Change change, String reason) {
        return new Adaptation(
                change,
                Optional.empty(),
                Optional.empty(),
                reason,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The same, knowing what it changes: a field's value in the course above. */
    public Adaptation basedOn(Optional<Field> field) {
        return new Adaptation(
                change,
                field.map(LineageJson::digestOf),
                field,
                reason,
                legalReference,
                toConfirm,
                expiresAt,
                approval);
    }

    /** The same, changing something else. */
    public Adaptation with(Change other) {
        return new Adaptation(other, baseDigest, base, reason, legalReference, toConfirm, expiresAt, approval);
    }

    /** The same with another value for its field, which it sets from now on. */
    Adaptation saying(Field value) {
        return with(new Change.Set(change.block(), change.field(), value));
    }

    public Adaptation approvedBy(Approval other) {
        return withApproval(Optional.of(other));
    }

    /** Whether readers get the same by it, for as long: whatever it was written against, and why. */
    boolean saysTheSameAs(Adaptation other) {
        return change.withoutTrail().equals(other.change.withoutTrail()) && expiresAt.equals(other.expiresAt);
    }

    public Adaptation withApproval(Optional<Approval> other) {
        return new Adaptation(change, baseDigest, base, reason, legalReference, toConfirm, expiresAt, other);
    }

    /** The same, to which nobody has agreed. */
    public Adaptation withoutApproval() {
        return withApproval(Optional.empty());
    }

    public boolean holdsAt(Instant at) {
        return expiresAt.isEmpty() || expiresAt.get().isAfter(at);
    }
}
