/**
 * What happened, told to whoever must act on it: at least once, in order, and again from any point.
 *
 * <p>Owns: the outbox of each database, and how far each reader has read. Calls: tenancy, database.
 */
@NullMarked
package org.mangrove.core.events;

import org.jspecify.annotations.NullMarked;
