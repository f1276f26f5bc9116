/** The rows of rollups, and the recount of what they follow. */
@NullMarked
package org.mangrove.core.rollups.store;

import org.jspecify.annotations.NullMarked;
