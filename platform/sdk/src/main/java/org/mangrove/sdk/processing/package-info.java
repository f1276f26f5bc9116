/** Judging whether personal data may be processed. */
@NullMarked
package org.mangrove.sdk.processing;

import org.jspecify.annotations.NullMarked;
