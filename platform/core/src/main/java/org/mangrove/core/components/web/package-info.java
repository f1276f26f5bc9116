/** Pages and addresses of the slice components. */
@NullMarked
package org.mangrove.core.components.web;

import org.jspecify.annotations.NullMarked;
