/**
 * Looks through all that there is for what has gone wrong by lying about: said twice, out of date, used by nobody, answered for by
 * nobody, leading nowhere.
 *
 * <p>Owns: nothing yet. Calls: network, blobs.
 */
@NullMarked
package org.mangrove.core.audit;

import org.jspecify.annotations.NullMarked;
