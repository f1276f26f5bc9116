/** The pages of the slice approval. */
@NullMarked
package org.mangrove.core.approval.web;

import org.jspecify.annotations.NullMarked;
