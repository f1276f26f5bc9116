/** Measures how markets are brought to what comes from above. */
@NullMarked
package org.mangrove.launcher.bench.lineage;

import org.jspecify.annotations.NullMarked;
