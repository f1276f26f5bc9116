/** The rows of the slice approval. */
@NullMarked
package org.mangrove.core.approval.store;

import org.jspecify.annotations.NullMarked;
