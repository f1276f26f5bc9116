package org.mangrove.core.audit;

import java.time.LocalDate;

/**
 * That a text relies on a law, as somebody has verified.
 *
 * @param block the text's block
 * @param reference such as {@code ArbSchG § 12}
 * @param lastDay on which that may be relied on
 */
public record ReliedLaw(String block, String reference, String jurisdiction, LocalDate lastDay) {}
