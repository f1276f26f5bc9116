package org.mangrove.core.content;

import java.time.LocalDate;
import java.util.Optional;

/**
 * By what right a course says what somebody else has written.
 *
 * @param licence as SPDX calls it, such as {@code CC-BY-4.0}, or {@code contract}
 * @param source who wrote it, or where it is from
 * @param until the last day on which it may be said; empty if for ever
 */
public record TextCredit(String licence, String source, Optional<LocalDate> until) {}
