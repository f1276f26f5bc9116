package org.mangrove.core.forwarding;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.records.NewStatement.Attachment;
import org.mangrove.core.xapi.AgentId;

/** What becomes of a stored statement for one forwarder. */
sealed interface OutgoingStatement {

    UUID position();

    /** The filter does not want it, or it is not there any more. */
    record LeftOut(UUID position) implements OutgoingStatement {}

    /** It cannot be sent: what the template makes of it is no statement. */
    record Impossible(UUID position, UUID statement, Optional<AgentId> actor, SetAside.Wrong why)
            implements OutgoingStatement {}

    /**
     * @param json as it is sent, in UTF-8
     * @param files what goes with it
     * @param people those of whom it tells, and by which name
     */
    record Ready(
            UUID position,
            UUID statement,
            Optional<AgentId> actor,
            Json json,
            List<Attachment> files,
            Map<AgentId, AgentId> people)
            implements OutgoingStatement {}

    /** Bytes that are compared by being the same. */
    final class Json {

        private final byte[] utf8;

        Json(byte[] utf8) {
            this.utf8 = utf8;
        }

        byte[] utf8() {
            return utf8;
        }

        int length() {
            return utf8.length;
        }
    }
}
