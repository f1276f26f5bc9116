/**
 * Who somebody is: sign-on, sessions, people, memberships and roles.
 *
 * <p>Owns: people and their memberships, sessions. Calls: localization, events, logging, tenancy, database, refusal.
 */
@NullMarked
package org.mangrove.core.identity;

import org.jspecify.annotations.NullMarked;
