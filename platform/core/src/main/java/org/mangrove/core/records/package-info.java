/**
 * What people did, as xAPI 2.0 statements in the database of their own cell.
 *
 * <p>Owns: statements, and the credentials with which other systems of a tenant sign in. Calls: identity, tenancy,
 * logging, database, refusal.
 */
@NullMarked
package org.mangrove.core.records;

import org.jspecify.annotations.NullMarked;
