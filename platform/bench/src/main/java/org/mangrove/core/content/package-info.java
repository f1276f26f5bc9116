/** What parts of this slice cost. */
@NullMarked
package org.mangrove.core.content;

import org.jspecify.annotations.NullMarked;
