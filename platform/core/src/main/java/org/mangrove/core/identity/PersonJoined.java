package org.mangrove.core.identity;

import java.util.List;
import java.util.UUID;
import org.mangrove.core.events.DomainEvent;

/**
 * Somebody has become a member of a tenant for the first time.
 *
 * @param roles what they may do, by the names of {@link Role}
 */
public record PersonJoined(UUID person, List<String> roles) implements DomainEvent {

    public PersonJoined {
        roles = List.copyOf(roles);
    }
}
