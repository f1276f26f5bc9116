/** The rows of what has been applied. */
@NullMarked
package org.mangrove.core.provisioning.store;

import org.jspecify.annotations.NullMarked;
