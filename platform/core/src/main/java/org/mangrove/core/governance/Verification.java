package org.mangrove.core.governance;

import java.util.Optional;

/**
 * What came out when a chain was verified.
 *
 * @param owner whose it is
 * @param from the first number that was looked at, which is 1 if all were
 * @param head the number of the last one
 * @param hash of the last one
 * @param entries how many were looked at
 * @param openings how many of them say who it was
 * @param broken where it does not hold first
 */
public record Verification(
        String owner, long from, long head, String hash, long entries, long openings, Optional<Broken> broken) {

    /** How many there are whose decider was forgotten. */
    public long forgotten() {
        return entries - openings;
    }

    public boolean holds() {
        return broken.isEmpty();
    }

    /** @param number of the entry at which it shows */
    public record Broken(long number, Breach what) {}

    /** What was done to a chain. */
    public enum Breach {
        /** The entry does not say what was hashed. */
        CHANGED,
        /** Who has decided, or why, is not what was committed to. */
        OPENING_CHANGED,
        /** There is no such entry. */
        MISSING,
        /** The entry does not follow from the one before: that one was changed, or something was put in or taken out. */
        OUT_OF_PLACE,
        /** The entry stands behind the end of the chain. */
        BEHIND_THE_END,
        /** The end of the chain names another hash than the last entry has. */
        END_CHANGED,
        /** The end of the chain was not written by the platform. */
        END_FORGED,
        /** Another entry stands here than was seen before. */
        ANOTHER_THAN_SEEN
    }
}
