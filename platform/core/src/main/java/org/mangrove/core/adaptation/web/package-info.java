/** Pages of a market's own authors. */
@NullMarked
package org.mangrove.core.adaptation.web;

import org.jspecify.annotations.NullMarked;
