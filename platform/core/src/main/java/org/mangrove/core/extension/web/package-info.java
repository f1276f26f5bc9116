/** How operators look after plugins. */
@NullMarked
package org.mangrove.core.extension.web;

import org.jspecify.annotations.NullMarked;
