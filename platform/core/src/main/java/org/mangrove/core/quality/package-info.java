/**
 * How good a version is before and after it is published, what may be overlooked for a while, and who has to look at it again.
 *
 * <p>Owns: reports of versions, waivers of criteria, in the core. Calls: policy, content, lineage, governance, pages, identity, localization, tenancy,
 * database, refusal.
 */
@NullMarked
package org.mangrove.core.quality;

import org.jspecify.annotations.NullMarked;
