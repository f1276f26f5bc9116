/**
 * Makes what is running agree with what {@code tenants-config} says: realms, organizations and clients in Keycloak,
 * enterprises and tenants in the databases.
 *
 * <p>Owns: the journal of what it has applied. Calls: credentials, publication, pages, identity,
 * localization, tenancy, database, refusal.
 */
@NullMarked
package org.mangrove.core.provisioning;

import org.jspecify.annotations.NullMarked;
