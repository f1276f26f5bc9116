/** Rows of the slice components. */
@NullMarked
package org.mangrove.core.components.store;

import org.jspecify.annotations.NullMarked;
