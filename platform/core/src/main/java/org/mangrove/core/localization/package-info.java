/**
 * Says things to people: messages, languages, dates, numbers and names as each market writes them.
 *
 * <p>Owns: nothing. Calls: tenancy.
 */
@NullMarked
package org.mangrove.core.localization;

import org.jspecify.annotations.NullMarked;
