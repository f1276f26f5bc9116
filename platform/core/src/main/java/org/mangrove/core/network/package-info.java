/**
 * Which addresses belong to the open Internet, and which to the network in which a node itself stands, where nobody may send it by
 * writing an address somewhere; and how it goes to the others.
 *
 * <p>Owns: nothing. Calls: nothing.
 */
@NullMarked
package org.mangrove.core.network;

import org.jspecify.annotations.NullMarked;
