package org.mangrove.core.regulation;

import java.time.LocalDate;
import java.util.List;

/** What somebody wants to announce: see {@link LawChange}. */
public record WantedChange(
        String title,
        String legalReference,
        List<String> jurisdictions,
        String says,
        String announcedIn,
        LocalDate effectiveOn,
        int daysToLearn) {

    public WantedChange {
        jurisdictions = List.copyOf(jurisdictions);
    }
}
