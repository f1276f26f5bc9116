/** What parts of this slice cost. */
@NullMarked
package org.mangrove.core.records;

import org.jspecify.annotations.NullMarked;
