package org.mangrove.core.rollups;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What came out when the sums of a tenant were compared with a recount.
 *
 * @param statements that are stored
 * @param read of them those that the sums have taken in
 * @param setAside events that the sums could not take; what they tell of is not in the sums
 * @param days that have sums
 * @param differences how many sums are wrong
 * @param first the first of them
 */
public record Verification(
        String tenant, long statements, long read, long setAside, long days, long differences, List<Difference> first) {

    public Verification {
        first = List.copyOf(first);
    }

    /** A sum that is wrong. */
    public record Difference(RollupKind kind, UUID term, LocalDate day, long counted, long kept) {}
}
