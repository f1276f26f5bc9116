/** Rows of forwarders. */
@NullMarked
package org.mangrove.core.forwarding.store;

import org.jspecify.annotations.NullMarked;
