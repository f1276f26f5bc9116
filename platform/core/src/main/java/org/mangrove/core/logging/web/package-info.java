/** Where each request is written down, and from where its route is known. */
@NullMarked
package org.mangrove.core.logging.web;

import org.jspecify.annotations.NullMarked;
