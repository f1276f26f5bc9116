package org.mangrove.core.governance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.mangrove.core.keys.ZoneKeys;

/**
 * Seals the ends of chains, in a cell under the key of its zone, in the core under the core's. Whoever may write into the database,
 * and has no such key, can end a chain nowhere but where it has ended before.
 */
@ApplicationScoped
class HeadSeals {

    private static final String PURPOSE = "governance/chain";

    @Inject
    ZoneKeys keys;

    /** Where a chain of an owner ends. */
    interface Seal {
        String of(long number, String hash);
    }

    Seal of(String owner) {
        return (number, hash) -> keys.proof(PURPOSE, owner, number + "\n" + hash);
    }
}
