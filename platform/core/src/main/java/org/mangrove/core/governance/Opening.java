package org.mangrove.core.governance;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.mangrove.core.governance.store.StoredOpening;
import org.mangrove.core.tenancy.Definitions;

/**
 * Who has decided something, and why.
 *
 * @param actor a pseudonym
 */
public record Opening(UUID actor, String reason) {

    /** JSON with its members in the order of their names, and no space between. */
    String text() {
        return Definitions.write(new TreeMap<>(Map.of("actor", actor.toString(), "reason", PlainText.of(reason))));
    }

    /** What there is to read of it, even if it was changed. */
    static Opening of(StoredOpening stored) {
        try {
            Object reason = Definitions.read(stored.content(), Map.class).get("reason");
            return new Opening(stored.actor(), reason instanceof String text ? text : "");
        } catch (IllegalArgumentException changed) {
            return new Opening(stored.actor(), "");
        }
    }
}
