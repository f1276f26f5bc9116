/** The platform's words: where they are kept, how they are read, and what keeps them whole. */
@NullMarked
package org.mangrove.i18n;

import org.jspecify.annotations.NullMarked;
