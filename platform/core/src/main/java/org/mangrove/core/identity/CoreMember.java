package org.mangrove.core.identity;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Somebody who works in the global core.
 *
 * @param byline the public name that they agreed to, if any
 */
public record CoreMember(UUID actor, Optional<String> byline, Set<CoreRole> roles) {

    public CoreMember {
        roles = Set.copyOf(roles);
    }
}
