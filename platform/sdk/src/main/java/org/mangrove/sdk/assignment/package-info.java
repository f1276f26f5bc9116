/** Supplying duties to learn. */
@NullMarked
package org.mangrove.sdk.assignment;

import org.jspecify.annotations.NullMarked;
