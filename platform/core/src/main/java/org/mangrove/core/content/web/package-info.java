/** Pages of authors and governors, the operator's way in for courses, and media. */
@NullMarked
package org.mangrove.core.content.web;

import org.jspecify.annotations.NullMarked;
