/** The feed over HTTP. */
@NullMarked
package org.mangrove.core.publication.web;

import org.jspecify.annotations.NullMarked;
