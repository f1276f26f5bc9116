package org.mangrove.core.records;

import java.util.UUID;
import javax.crypto.SecretKey;

/**
 * Under which something is kept that is said of somebody.
 *
 * @param id random, so that nobody can tell from it who it is
 */
record Seal(UUID id, SecretKey key) {

    /** What is nobody's lies open under it. */
    static final UUID NONE = new UUID(0, 0);

    @Override
    public String toString() {
        return "Seal " + id;
    }
}
