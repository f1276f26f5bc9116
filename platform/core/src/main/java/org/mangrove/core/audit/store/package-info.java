/** Rows of runs, findings, acts, and of what cells have told of the use of courses. */
@NullMarked
package org.mangrove.core.audit.store;

import org.jspecify.annotations.NullMarked;
