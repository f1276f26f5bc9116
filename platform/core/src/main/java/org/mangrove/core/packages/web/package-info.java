/** The pages of the slice packages, and the hosts on which packages run. */
@NullMarked
package org.mangrove.core.packages.web;

import org.jspecify.annotations.NullMarked;
