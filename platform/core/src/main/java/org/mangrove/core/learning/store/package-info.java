/** The rows of learning. */
@NullMarked
package org.mangrove.core.learning.store;

import org.jspecify.annotations.NullMarked;
