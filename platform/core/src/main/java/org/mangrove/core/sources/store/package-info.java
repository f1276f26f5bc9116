/** The rows of sources. */
@NullMarked
package org.mangrove.core.sources.store;

import org.jspecify.annotations.NullMarked;
