/** How requests find their tenant. */
@NullMarked
package org.mangrove.core.tenancy.web;

import org.jspecify.annotations.NullMarked;
