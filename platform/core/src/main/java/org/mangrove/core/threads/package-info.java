/**
 * The threads in which a node works beside requests.
 *
 * <p>Owns: nothing. Calls: nothing.
 */
@NullMarked
package org.mangrove.core.threads;

import org.jspecify.annotations.NullMarked;
