/** The rows of credentials. */
@NullMarked
package org.mangrove.core.credentials.store;

import org.jspecify.annotations.NullMarked;
