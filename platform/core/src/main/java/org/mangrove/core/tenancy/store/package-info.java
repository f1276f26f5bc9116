/** The rows of enterprises, spaces and tenants. */
@NullMarked
package org.mangrove.core.tenancy.store;

import org.jspecify.annotations.NullMarked;
