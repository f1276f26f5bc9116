/** How much of what is wrong an audit finds, how much of what it finds is wrong, and how long that takes. */
@NullMarked
package org.mangrove.core.audit;

import org.jspecify.annotations.NullMarked;
