/**
 * What the standard says about statements: xAPI 1.0.3 and 2.0 side by side, without a database, a request or a tenant.
 *
 * <p>Owns: nothing. Calls: refusal.
 */
@NullMarked
package org.mangrove.core.xapi;

import org.jspecify.annotations.NullMarked;
