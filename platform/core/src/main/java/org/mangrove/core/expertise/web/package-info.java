/** The pages of the slice expertise. */
@NullMarked
package org.mangrove.core.expertise.web;

import org.jspecify.annotations.NullMarked;
