/** Rows of the slice mail. */
@NullMarked
package org.mangrove.core.mail.store;

import org.jspecify.annotations.NullMarked;
