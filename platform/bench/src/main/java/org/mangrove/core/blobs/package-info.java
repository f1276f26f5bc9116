/** The object store, as benchmarks use it. */
@NullMarked
package org.mangrove.core.blobs;

import org.jspecify.annotations.NullMarked;
