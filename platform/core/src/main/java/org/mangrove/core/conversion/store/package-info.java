/** Rows of drafts, and of their pictures. */
@NullMarked
package org.mangrove.core.conversion.store;

import org.jspecify.annotations.NullMarked;
