package org.mangrove.core.components;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * What is said of a component.
 *
 * @param name as people call it
 * @param objective what people can do that they could not do without it
 * @param purposes what it is for, in words that are the same for all
 * @param markets the tenants that use it; empty if all may. Of a plugin the tenants' own configuration says it
 * @param data what data it sees, and whose
 * @param supplier who makes or runs it
 * @param contractEnd the last day of its contract or licence
 */
public record Terms(
        ComponentKind kind,
        String name,
        String objective,
        Set<Purpose> purposes,
        Set<String> markets,
        String data,
        String supplier,
        Optional<Cost> cost,
        Optional<LocalDate> contractEnd) {

    public Terms {
        purposes = Set.copyOf(purposes);
        markets = Set.copyOf(markets);
    }

    /** Whether everything is said that has to be. */
    public boolean isComplete() {
        return !objective.isBlank() && !purposes.isEmpty() && !data.isBlank();
    }
}
