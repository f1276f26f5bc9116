/** The pages of the slice audit. */
@NullMarked
package org.mangrove.core.audit.web;

import org.jspecify.annotations.NullMarked;
