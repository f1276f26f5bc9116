/**
 * The feed by which cells get what the core has published.
 *
 * <p>In the core it is a chain of entries for each enterprise, whose head is signed for each cell that asks. A cell
 * pulls it, or is given it as a file, verifies it and applies it, each entry at most once; what is broken is refused
 * and said. A core that was restored begins a new epoch with the state as it is, which the cell then takes over, and
 * gives up the rest.
 *
 * <p>The other way go tidings: what a cell tells the core of itself in figures and states, and of words of its tenants only what they
 * offer or share. Whoever wants to hear of something has a {@link org.mangrove.core.publication.TidingReader}.
 *
 * <p>What can be taken back is not in the chain, of which nothing can be taken out: leaves, which a cell keeps as long as the core
 * has them.
 *
 * <p>Owns: the entries and what cells have said of themselves; in a cell how far it has come, and which entry brought
 * what. Calls: pages, blobs, tenancy, threads, database, refusal.
 */
@NullMarked
package org.mangrove.core.publication;

import org.jspecify.annotations.NullMarked;
