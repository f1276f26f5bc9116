/** Consent under Saudi Arabia's Personal Data Protection Law. */
@NullMarked
package org.mangrove.plugins.sa.pdpl;

import org.jspecify.annotations.NullMarked;
