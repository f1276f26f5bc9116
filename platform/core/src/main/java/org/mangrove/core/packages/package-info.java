/**
 * Packages of other hands (SCORM): nobody changes them by field, so they come down as a whole, through the same engine as courses. Headquarters
 * publishes one with a variant for each language; regions and markets put another in its place as a whole; what is effective in
 * a market people take there, in a host of its own, and it is told by its digest.
 *
 * <p>Owns: packages, their files, versions, what regions put in their place and what markets tell of theirs, in the core; in a cell, the read copies,
 * markets' own files, and attempts. What tenants put in their place is kept by lineage. Calls: records, policy, lineage, governance,
 * publication, pages, identity, blobs, tenancy, database, refusal.
 */
@NullMarked
package org.mangrove.core.packages;

import org.jspecify.annotations.NullMarked;
