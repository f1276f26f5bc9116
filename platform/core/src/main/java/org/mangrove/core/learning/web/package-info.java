/** The pages of learners. */
@NullMarked
package org.mangrove.core.learning.web;

import org.jspecify.annotations.NullMarked;
