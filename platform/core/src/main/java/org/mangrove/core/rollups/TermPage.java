package org.mangrove.core.rollups;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A page of sums, in the order of the terms, which does not change while sums do.
 *
 * @param next behind which term the next page begins, if there is one
 */
public record TermPage(List<TermCount> counts, Optional<UUID> next) {

    public TermPage {
        counts = List.copyOf(counts);
    }
}
