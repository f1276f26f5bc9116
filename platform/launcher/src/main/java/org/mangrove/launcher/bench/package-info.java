/** Measures what pages of a running system cost. */
@NullMarked
package org.mangrove.launcher.bench;

import org.jspecify.annotations.NullMarked;
