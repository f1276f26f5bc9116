package org.mangrove.core.identity;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.mangrove.core.tenancy.EnterpriseId;

/** Says who works in the global core of an enterprise, and as what. It knows actors only, no names. */
public interface CoreMemberships {

    /**
     * Makes the account's actor a member, with these roles besides those they have.
     *
     * @param byline the public name that the actor agreed to, if any
     * @return the actor
     */
    UUID admit(EnterpriseId enterprise, String realm, String subject, Optional<String> byline, Set<CoreRole> roles);

    /** The public name that the actor agreed to, if any. */
    Optional<String> findByline(EnterpriseId enterprise, UUID actor);
}
