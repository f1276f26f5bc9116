/**
 * Who comes to the record store: which other systems of a tenant may use it, by what they are known, what each may do and how
 * often.
 *
 * <p>Owns: the credentials with which they come, and how often those have been changed. Calls: pages, identity, tenancy,
 * database, refusal.
 */
@NullMarked
package org.mangrove.core.credentials;

import org.jspecify.annotations.NullMarked;
