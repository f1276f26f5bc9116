/** The rows of people, memberships and sessions. */
@NullMarked
package org.mangrove.core.identity.store;

import org.jspecify.annotations.NullMarked;
