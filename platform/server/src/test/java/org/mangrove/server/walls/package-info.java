/** Asks every store in the name of one owner what it finds of another's, and takes its predicates away to see that this is noticed. */
@NullMarked
package org.mangrove.server.walls;

import org.jspecify.annotations.NullMarked;
