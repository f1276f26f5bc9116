/** Pages of the slice mail. */
@NullMarked
package org.mangrove.core.mail.web;

import org.jspecify.annotations.NullMarked;
