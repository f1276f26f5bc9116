/** The pages of the slice regulation. */
@NullMarked
package org.mangrove.core.regulation.web;

import org.jspecify.annotations.NullMarked;
