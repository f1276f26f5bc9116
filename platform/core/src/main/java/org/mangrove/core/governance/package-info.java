/**
 * What was decided, by whom and why: a log for each enterprise in the core and for each tenant in its cell, which is only ever
 * added to, and of which anybody can see whether it is whole. Who has decided can be forgotten, and it still is.
 *
 * <p>And who may decide what: rights as data, by space, with what has to be there before something is published.
 *
 * <p>Owns: chains of decisions, and what opens their commitments. Calls: pages, identity, keys, tenancy, database, refusal.
 */
@NullMarked
package org.mangrove.core.governance;

import org.jspecify.annotations.NullMarked;
