/**
 * What happened, told to whoever must act on it: at least once, in order, and again from any point.
 *
 * <p>Owns: the outbox of each cell, how far each reader has read, and what a reader could not take. Calls: tenancy,
 * threads, database, refusal.
 */
@NullMarked
package org.mangrove.core.events;

import org.jspecify.annotations.NullMarked;
