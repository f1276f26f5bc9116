/**
 * How the platform says no to a caller who can mend it.
 *
 * <p>Owns: nothing. Calls: nothing.
 */
@NullMarked
package org.mangrove.core.refusal;

import org.jspecify.annotations.NullMarked;
