package org.mangrove.core.identity;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.events.DomainEvent;

/**
 * What a member of a tenant may do has changed.
 *
 * @param by the member who changed it, if one did
 * @param roles all they have now, by the names of {@link Role}; none if the membership has ended
 */
public record RolesChanged(UUID person, Optional<UUID> by, List<String> roles) implements DomainEvent {

    public RolesChanged {
        roles = List.copyOf(roles);
    }
}
