/** The rows of the outbox. */
@NullMarked
package org.mangrove.core.events.store;

import org.jspecify.annotations.NullMarked;
