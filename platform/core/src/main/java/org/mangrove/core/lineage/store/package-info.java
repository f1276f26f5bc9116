/** Rows of the lineage: what was demanded in the core, and what a cell knows of it. */
@NullMarked
package org.mangrove.core.lineage.store;

import org.jspecify.annotations.NullMarked;
