/** The admin's page of sources. */
@NullMarked
package org.mangrove.core.sources.web;

import org.jspecify.annotations.NullMarked;
