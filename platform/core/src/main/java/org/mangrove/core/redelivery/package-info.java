/**
 * Where people look after what a reader of events could not take, and operators let readers read again.
 *
 * <p>Owns: nothing. Calls: pages, identity, events, tenancy.
 */
@NullMarked
package org.mangrove.core.redelivery;

import org.jspecify.annotations.NullMarked;
