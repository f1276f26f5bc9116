/** People who are invented, and their browsers. */
@NullMarked
package org.mangrove.launcher.visit;

import org.jspecify.annotations.NullMarked;
