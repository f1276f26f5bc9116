/** The pages of the slice quality. */
@NullMarked
package org.mangrove.core.quality.web;

import org.jspecify.annotations.NullMarked;
