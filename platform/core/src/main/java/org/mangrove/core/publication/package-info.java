/**
 * The feed by which cells get what the core has published.
 *
 * <p>In the core it is a chain of entries for each enterprise, whose head is signed. A cell pulls it, verifies it and applies
 * it, each entry at most once; what is broken is refused and said. A core
 * that was restored begins a new epoch with the state as it is, which the cell then takes over.
 *
 * <p>Owns: the entries, and in a cell how far it has come. Calls: pages, tenancy, database.
 */
@NullMarked
package org.mangrove.core.publication;

import org.jspecify.annotations.NullMarked;
