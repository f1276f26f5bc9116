/**
 * What the log says of requests, and what must not get into it: the words that people write, and addresses that name
 * somebody.
 *
 * <p>Owns: nothing. Calls: nothing.
 */
@NullMarked
package org.mangrove.core.logging;

import org.jspecify.annotations.NullMarked;
