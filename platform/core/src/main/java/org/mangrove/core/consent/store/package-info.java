/** The rows of consent. */
@NullMarked
package org.mangrove.core.consent.store;

import org.jspecify.annotations.NullMarked;
