/** Rows of the slice regulation. */
@NullMarked
package org.mangrove.core.regulation.store;

import org.jspecify.annotations.NullMarked;
