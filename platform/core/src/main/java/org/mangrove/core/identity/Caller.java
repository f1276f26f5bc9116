package org.mangrove.core.identity;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.mangrove.sdk.Tenant;

/**
 * Who is asking, in which tenant.
 *
 * @param person the person's id in this tenant; the same human has another in another tenant
 * @param actor how the person is known outside the home zone
 * @param language what the person has chosen, if anything
 */
public record Caller(
        Tenant tenant, UUID person, UUID actor, PersonName name, Set<Role> roles, Optional<Locale> language) {

    public Caller {
        roles = Set.copyOf(roles);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }
}
