/** Puts the slices together in one WAR: what is started, in which order, and whether it is ready. No logic of its own. */
@NullMarked
package org.mangrove.server;

import org.jspecify.annotations.NullMarked;
