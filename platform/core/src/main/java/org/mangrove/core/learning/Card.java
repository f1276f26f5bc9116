package org.mangrove.core.learning;

import java.time.LocalDate;
import java.util.Optional;
import org.mangrove.core.lineage.Text;

/**
 * A course as the catalogue shows it to one person.
 *
 * @param underWay the person's part in it, unless it is passed
 * @param passed when it was last passed
 * @param valid whether that still counts
 * @param duty that the person has to take it, and soon enough to think of it
 * @param until the last day on which the person can begin it, or finish it, if it is given up
 */
public record Card(
        String key,
        Text title,
        Text summary,
        String category,
        int minutes,
        int questions,
        Optional<Enrolment> underWay,
        Optional<Completion> passed,
        boolean valid,
        Optional<Duty> duty,
        boolean overdue,
        Optional<LocalDate> until) {}
