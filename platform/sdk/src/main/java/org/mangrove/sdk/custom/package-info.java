/** Shaping how dates and names appear. */
@NullMarked
package org.mangrove.sdk.custom;

import org.jspecify.annotations.NullMarked;
