/** Rows of the slice expertise. */
@NullMarked
package org.mangrove.core.expertise.store;

import org.jspecify.annotations.NullMarked;
