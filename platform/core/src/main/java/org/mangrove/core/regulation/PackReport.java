package org.mangrove.core.regulation;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * What was found in a proof.
 *
 * @param market empty if the manifest cannot be read
 * @param erasedSince how many were erased after it was made, and can still be led back in it
 * @param core whether what headquarters has decided was held against its log as it is now; a cell alone cannot
 * @param broken what does not hold; nothing if the proof does
 */
public record PackReport(
        Optional<String> market,
        Optional<UUID> change,
        String legalReference,
        Optional<Instant> madeAt,
        int assigned,
        int learned,
        int erased,
        List<Erased> register,
        int erasedSince,
        int decisions,
        boolean core,
        List<Breach> broken) {

    public PackReport {
        register = List.copyOf(register);
        broken = List.copyOf(broken);
    }

    /** Somebody who was assigned and erased since. @param register the number of the entry in the register of erasures */
    public record Erased(String commitment, UUID register, Instant at) {}

    /** Something that does not hold. @param where a file, and a line of it if it is about one */
    public record Breach(What what, String where) {}

    public enum What {
        UNREADABLE,
        FILE_MISSING,
        FILE_CHANGED,
        FILE_ADDED,
        SEAL_FORGED,
        DECISION_CHANGED,
        DECISION_MISSING,
        NOT_IN_LOG,
        COMMITMENT_BROKEN,
        PEOPLE_MISSING,
        SUMS_WRONG,
        NOT_ERASED;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public boolean holds() {
        return broken.isEmpty();
    }
}
