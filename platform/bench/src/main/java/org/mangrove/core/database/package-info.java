/** What parts of this slice cost. */
@NullMarked
package org.mangrove.core.database;

import org.jspecify.annotations.NullMarked;
