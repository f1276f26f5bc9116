package org.mangrove.core.audit;

import java.time.LocalDate;

/**
 * By which something of somebody else is shown.
 *
 * @param lastDay on which it may be shown
 */
public record Licence(String name, LocalDate lastDay) {}
