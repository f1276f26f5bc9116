package org.mangrove.core.rollups;

import java.time.LocalDate;

/** How many statements there are of one day. */
public record DayCount(LocalDate day, long statements) {}
