/**
 * Keys that follow from the zone's own, one for each purpose and tenant, and what is closed and called by them.
 *
 * <p>Owns: nothing. Calls: database.
 */
@NullMarked
package org.mangrove.core.keys;

import org.jspecify.annotations.NullMarked;
