package org.mangrove.core.policy;

import java.time.LocalDate;

/**
 * What is true of a policy as a whole.
 *
 * @param owner who answers for it
 * @param steward who keeps it up to date
 * @param objective what it is for
 * @param reviewDue when somebody looks at it again
 */
public record PolicyFacts(String owner, String steward, String objective, LocalDate reviewDue) {}
