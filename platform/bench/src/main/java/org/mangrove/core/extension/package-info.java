/** What parts of this slice cost. */
@NullMarked
package org.mangrove.core.extension;

import org.jspecify.annotations.NullMarked;
