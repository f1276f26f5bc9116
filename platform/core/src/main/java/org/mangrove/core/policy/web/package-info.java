/** The pages of the slice policy. */
@NullMarked
package org.mangrove.core.policy.web;

import org.jspecify.annotations.NullMarked;
