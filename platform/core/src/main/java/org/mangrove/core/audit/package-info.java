/**
 * Looks through all that there is for what has gone wrong by lying about: said twice, out of date, used by nobody, answered for by
 * nobody, leading nowhere.
 *
 * <p>Owns: runs, findings, what was decided about them, and what markets have told of the use of courses, in the core. Calls: content,
 * components, learning, lineage, governance, publication, extension, pages, identity, localization, network, blobs, threads, tenancy, database,
 * refusal.
 */
@NullMarked
package org.mangrove.core.audit;

import org.jspecify.annotations.NullMarked;
