/**
 * How many statements there are per day, of whom, about what: sums that follow the records, and a recount that proves them.
 *
 * <p>Owns: sums per tenant, day and person, team, organization, asset or verb. Calls: records, events, tenancy, database,
 * refusal.
 */
@NullMarked
package org.mangrove.core.rollups;

import org.jspecify.annotations.NullMarked;
