/**
 * The pages about oneself: signing on and what may go wrong with it, one's language, one's other tenants, invitations.
 * For admins: who belongs to their tenant, and what they may do.
 *
 * <p>Owns: nothing. Calls: pages, identity, localization, tenancy, refusal.
 */
@NullMarked
package org.mangrove.core.account;

import org.jspecify.annotations.NullMarked;
