/**
 * How the systems are doing that send and read statements: what came from each, how late, how much, and what went wrong.
 *
 * <p>Owns: what was counted of each system, in all and by the hour. Calls: credentials, pages, identity, tenancy, threads,
 * database.
 */
@NullMarked
package org.mangrove.core.sources;

import org.jspecify.annotations.NullMarked;
