/**
 * Who has to agree before something becomes a version, and whether they have: candidates, the lanes in which they are looked at
 * beside each other, who sits in them and in whose place.
 *
 * <p>Owns: submissions of candidates, seats in lanes, in the core. Calls: quality, content, lineage, governance, pages, identity,
 * localization, blobs, tenancy, database, refusal.
 */
@NullMarked
package org.mangrove.core.approval;

import org.jspecify.annotations.NullMarked;
