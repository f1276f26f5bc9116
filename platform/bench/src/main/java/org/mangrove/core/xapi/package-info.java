/** What parts of this slice cost. */
@NullMarked
package org.mangrove.core.xapi;

import org.jspecify.annotations.NullMarked;
