package org.mangrove.core.governance;

import java.util.Map;
import java.util.Optional;
import org.mangrove.core.tenancy.Definitions;

/**
 * An entry that was taken along without what opens its commitment: what was decided, and not who has decided it or why.
 *
 * @param hash that it is said to have
 */
public record TakenLine(Entry entry, String hash) {

    /** Of a line of a log. Empty if it is none, or not written as lines are. */
    public static Optional<TakenLine> read(String line) {
        try {
            Map<?, ?> members = Definitions.read(line, Map.class);
            return Entry.read(Definitions.write(members.get("entry") instanceof Map<?, ?> entry ? entry : Map.of()))
                    .map(entry -> new TakenLine(entry, String.valueOf(members.get("hash"))));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    public String text() {
        return "{\"hash\":\"%s\",\"entry\":%s}".formatted(hash, entry.text());
    }

    /** Whether it says what was hashed. */
    public boolean holds() {
        return Hashes.of(entry.text()).equals(hash);
    }

    /** Whether it is the one right after another. */
    public boolean follows(TakenLine before) {
        return entry.number() == before.entry().number() + 1
                && entry.previous().equals(before.hash())
                && entry.owner().equals(before.entry().owner());
    }
}
