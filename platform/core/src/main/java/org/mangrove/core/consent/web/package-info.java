/** Where people see what their data is used for. */
@NullMarked
package org.mangrove.core.consent.web;

import org.jspecify.annotations.NullMarked;
