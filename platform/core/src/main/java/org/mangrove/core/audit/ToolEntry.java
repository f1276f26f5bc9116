package org.mangrove.core.audit;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * What the register of components says of a tool that is in use.
 *
 * @param owner who answers for it; empty if nobody does
 * @param isOwnerGone whether that is somebody who does not work in the core any more
 * @param purposes what it is for, in words that are the same for all tools
 * @param trialEnded the last day of a trial that is over, and about which nobody has decided
 * @param contractEnded the last day of a contract that is over
 */
public record ToolEntry(
        String objective,
        Optional<String> owner,
        boolean isOwnerGone,
        Set<String> purposes,
        Optional<LocalDate> trialEnded,
        Optional<LocalDate> contractEnded) {

    public ToolEntry {
        purposes = Set.copyOf(purposes);
    }
}
