/** The rows of the feed. */
@NullMarked
package org.mangrove.core.publication.store;

import org.jspecify.annotations.NullMarked;
