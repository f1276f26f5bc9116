/** Where a tenant's admin says what goes where, and sees how it goes. */
@NullMarked
package org.mangrove.core.forwarding.web;

import org.jspecify.annotations.NullMarked;
