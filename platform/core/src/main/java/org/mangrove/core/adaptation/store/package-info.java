/** Rows of how courses stand in markets. */
@NullMarked
package org.mangrove.core.adaptation.store;

import org.jspecify.annotations.NullMarked;
