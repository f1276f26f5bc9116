package org.mangrove.core.rollups;

import java.time.LocalDate;

/** Days in the tenant's zone, with the first and the last. */
public record DayRange(LocalDate first, LocalDate last) {

    public static DayRange of(LocalDate day) {
        return new DayRange(day, day);
    }
}
