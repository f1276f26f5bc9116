/** Rows of the slice policy. */
@NullMarked
package org.mangrove.core.policy.store;

import org.jspecify.annotations.NullMarked;
