/**
 * What a person's data is used for, what the person says to it, and whether it may go on.
 *
 * <p>Owns: consents. Calls: pages, extension, identity, tenancy, database, refusal.
 */
@NullMarked
package org.mangrove.core.consent;

import org.jspecify.annotations.NullMarked;
