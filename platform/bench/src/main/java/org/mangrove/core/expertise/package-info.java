/** What asking for the smallest thing, within what experts give, is worth: a simulation over a year. */
@NullMarked
package org.mangrove.core.expertise;

import org.jspecify.annotations.NullMarked;
