package org.mangrove.core.content;

import java.util.Optional;
import java.util.UUID;

/**
 * Who publishes, and on what ground.
 *
 * @param approval what others have agreed to, if it goes through them; a gate knows what that is
 * @param isMending whether only something is mended that was found to be wrong
 */
public record Mandate(UUID actor, Optional<UUID> approval, boolean isMending) {

    /** In whose name an operator publishes: nobody of the enterprise. */
    public static final UUID OPERATOR = new UUID(0, 0);

    public static Mandate own(UUID actor) {
        return new Mandate(actor, Optional.empty(), false);
    }

    public static Mandate mending(UUID actor) {
        return new Mandate(actor, Optional.empty(), true);
    }

    /** @param approval the submission that others have agreed to */
    public static Mandate agreed(UUID actor, UUID approval) {
        return new Mandate(actor, Optional.of(approval), false);
    }
}
