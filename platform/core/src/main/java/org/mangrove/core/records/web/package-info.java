/** Where other systems read statements, and where an operator lets them. */
@NullMarked
package org.mangrove.core.records.web;

import org.jspecify.annotations.NullMarked;
