package org.mangrove.core.packages;

import java.time.LocalDate;

/**
 * What is true of a package as a whole.
 *
 * @param owner who answers for it
 * @param steward who keeps it up to date
 * @param objective what it is for
 * @param reviewDue when somebody looks at it again
 */
public record PackageFacts(String owner, String steward, String objective, LocalDate reviewDue) {}
