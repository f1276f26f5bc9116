/** Changes what classes of a running server do. */
@NullMarked
package org.mangrove.redefinition;

import org.jspecify.annotations.NullMarked;
