/** What parts of this slice cost. */
@NullMarked
package org.mangrove.core.localization;

import org.jspecify.annotations.NullMarked;
