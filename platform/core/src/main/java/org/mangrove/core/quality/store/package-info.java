/** Rows of the slice quality. */
@NullMarked
package org.mangrove.core.quality.store;

import org.jspecify.annotations.NullMarked;
