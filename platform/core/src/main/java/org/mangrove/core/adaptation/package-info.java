/**
 * What a market says in its own way about what comes to it from above, and what it decides when that changes.
 *
 * <p>Owns: nothing; what markets say is kept by lineage. Calls: content, lineage, governance, pages, identity, localization,
 * tenancy, refusal.
 */
@NullMarked
package org.mangrove.core.adaptation;

import org.jspecify.annotations.NullMarked;
