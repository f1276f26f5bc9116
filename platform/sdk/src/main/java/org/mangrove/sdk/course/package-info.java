/** Supplying courses. */
@NullMarked
package org.mangrove.sdk.course;

import org.jspecify.annotations.NullMarked;
