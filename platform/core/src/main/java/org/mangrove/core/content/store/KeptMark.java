package org.mangrove.core.content.store;

import java.time.LocalDate;

/**
 * That a market keeps a course as its own, without what it says.
 *
 * @param version which version it was when it was kept; the digest is of all that is kept
 * @param reviewOn when somebody has to look at it again
 */
public record KeptMark(VersionMark version, String reason, LocalDate reviewOn) {}
