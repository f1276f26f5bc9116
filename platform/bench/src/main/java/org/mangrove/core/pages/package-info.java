/** What parts of this slice cost. */
@NullMarked
package org.mangrove.core.pages;

import org.jspecify.annotations.NullMarked;
