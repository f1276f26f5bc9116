package org.mangrove.core.identity;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.mangrove.core.tenancy.Enterprise;

/**
 * Who is asking, in the global core of an enterprise: an actor, since names stay in their zone.
 *
 * @param byline the public name that the actor agreed to, if any
 */
public record CoreCaller(
        Enterprise enterprise, UUID actor, Optional<String> byline, Set<CoreRole> roles, Optional<Locale> language) {

    public CoreCaller {
        roles = Set.copyOf(roles);
    }

    public boolean is(CoreRole role) {
        return roles.contains(role);
    }
}
