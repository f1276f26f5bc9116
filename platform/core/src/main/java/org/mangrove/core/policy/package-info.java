/**
 * What an enterprise demands in figures, and how each market demands it: policies come down, are changed on the way and are brought
 * together again by the same engine as courses. What a policy governs is the business of the slices above.
 *
 * <p>Owns: policies, their versions, what regions say otherwise and what markets tell of theirs, in the core; in a cell, the read copies. What
 * tenants say is kept by lineage. Calls: lineage, governance, publication, pages, identity, blobs, tenancy, threads,
 * database, refusal.
 */
@NullMarked
package org.mangrove.core.policy;

import org.jspecify.annotations.NullMarked;
