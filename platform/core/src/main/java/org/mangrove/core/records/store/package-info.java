/** The rows of records. */
@NullMarked
package org.mangrove.core.records.store;

import org.jspecify.annotations.NullMarked;
