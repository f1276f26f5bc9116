package org.mangrove.core.quality;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * That a criterion is not insisted on in one course.
 *
 * @param lastDay on which it counts
 * @param givenBy an actor
 * @param takenBackAt empty unless somebody has taken it back
 */
public record Waiver(
        UUID id,
        CriterionKind criterion,
        String reason,
        LocalDate lastDay,
        UUID givenBy,
        Instant givenAt,
        Optional<Instant> takenBackAt) {

    public boolean holdsOn(LocalDate day) {
        return takenBackAt.isEmpty() && !lastDay.isBefore(day);
    }
}
