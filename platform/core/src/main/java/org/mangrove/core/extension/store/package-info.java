/** What plugins keep, as rows of the tenant's cell. */
@NullMarked
package org.mangrove.core.extension.store;

import org.jspecify.annotations.NullMarked;
