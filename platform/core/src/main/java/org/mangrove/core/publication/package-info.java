/**
 * The feed by which cells get what the core has published.
 *
 * <p>In the core it is a chain of entries for each enterprise, whose head is signed. A cell pulls it, verifies it and applies
 * it, each entry at most once; what is broken is refused, said, and healed by a snapshot.
 *
 * <p>Owns: the entries, and in a cell how far it has come. Calls: pages, tenancy, database.
 */
@NullMarked
package org.mangrove.core.publication;

import org.jspecify.annotations.NullMarked;
