/** Tests of what is measured. */
@NullMarked
package org.mangrove.launcher.bench;

import org.jspecify.annotations.NullMarked;
