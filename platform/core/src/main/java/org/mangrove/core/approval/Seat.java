package org.mangrove.core.approval;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.governance.Lane;

/**
 * That somebody may agree in a lane.
 *
 * @param space the slug of the only one for which they may; empty if for the whole enterprise
 * @param lentBy whose place they take; empty if the seat is their own
 * @param lastDay on which it counts; empty if it has no end yet
 */
public record Seat(
        UUID id,
        Lane lane,
        Optional<String> space,
        UUID actor,
        Optional<UUID> lentBy,
        UUID givenBy,
        Instant givenAt,
        Optional<LocalDate> lastDay,
        Optional<Instant> endedAt) {

    public boolean holdsOn(LocalDate day) {
        return endedAt.isEmpty() && lastDay.filter(day::isAfter).isEmpty();
    }

    /** @param place empty for the whole enterprise */
    boolean reaches(Optional<String> place) {
        return space.isEmpty() || space.equals(place);
    }
}
