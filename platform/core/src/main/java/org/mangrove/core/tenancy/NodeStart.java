package org.mangrove.core.tenancy;

import java.util.Optional;
import org.mangrove.core.refusal.Refusal.Unavailable;
import org.mangrove.sdk.Message;

/** How far this node has come up. Before it has, it knows no tenant and nobody's credential, and would say so of all that is asked. */
public interface NodeStart {

    /** What this node is still busy with, or stuck at. */
    Optional<String> waitingFor();

    /** @throws Unavailable with a wish for patience, as long as the node has not come up */
    default void mustBeOver() {
        if (waitingFor().isPresent()) {
            throw new Unavailable(Message.of("pages.error.starting"));
        }
    }
}
