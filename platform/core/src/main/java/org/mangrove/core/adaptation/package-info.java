/**
 * What a market says in its own way about what comes to it from above, and what it decides when that changes. What needs
 * nobody's decision goes on by itself.
 *
 * <p>Owns: how each course stands in a market, worked out of the rest; what markets say is kept by lineage; what
 * waits there for somebody's agreement; what markets offer to headquarters, and what it answers; what they let others read. Calls: quality, packages, policy, content,
 * lineage, governance, publication, mail, pages, identity, localization, blobs, tenancy, database, threads, refusal.
 */
@NullMarked
package org.mangrove.core.adaptation;

import org.jspecify.annotations.NullMarked;
