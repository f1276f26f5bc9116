/** Rows of the chains of decisions, in the core and in cells. */
@NullMarked
package org.mangrove.core.governance.store;

import org.jspecify.annotations.NullMarked;
