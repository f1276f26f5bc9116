/**
 * How content and policy come down from the global core, and change on the way: blocks and their fields, what a region or a
 * tenant does differently, what is locked, what rests on which law, and what becomes of all that when the master changes.
 * What becomes of it is worked out of what goes in and of nothing else, so that core and cells find the same.
 *
 * <p>Owns: locks, claims and withdrawals, in the core; in a cell, the read copies, and what tenants
 * themselves say otherwise. Calls: publication, governance, identity, tenancy, database, refusal, blobs.
 */
@NullMarked
package org.mangrove.core.lineage;

import org.jspecify.annotations.NullMarked;
