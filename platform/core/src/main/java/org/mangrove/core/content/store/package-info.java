/** The rows of content. */
@NullMarked
package org.mangrove.core.content.store;

import org.jspecify.annotations.NullMarked;
