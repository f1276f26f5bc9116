/** The rows of privacy, and the search through everybody else's. */
@NullMarked
package org.mangrove.core.privacy.store;

import org.jspecify.annotations.NullMarked;
