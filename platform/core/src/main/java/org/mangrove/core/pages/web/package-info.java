/** Writes pages, serves what they refer to, and tells browsers what pages may do. */
@NullMarked
package org.mangrove.core.pages.web;

import org.jspecify.annotations.NullMarked;
