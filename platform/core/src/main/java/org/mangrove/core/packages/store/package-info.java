/** Rows of the slice packages. */
@NullMarked
package org.mangrove.core.packages.store;

import org.jspecify.annotations.NullMarked;
