/** Pages on which authors bring documents in. */
@NullMarked
package org.mangrove.core.conversion.web;

import org.jspecify.annotations.NullMarked;
